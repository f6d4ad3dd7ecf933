import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identifyProcess, isAlive, type ProcessIdentity } from './process-identity'

/** The process that started the server of this data folder, if it still lives. A server without one is an orphan. */
export function findOwner(dataDir: string): ProcessIdentity | undefined {
  try {
    const owner = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as ProcessIdentity
    return isAlive(owner) ? owner : undefined
  } catch {
    return undefined
  }
}

/** Notes that this process is the one that will stop the server. */
export function claimOwnership(dataDir: string): void {
  writeFileSync(fileIn(dataDir), JSON.stringify(identifyProcess(process.pid)))
}

/** Forgets the owner, when the server has stopped. */
export function giveUpOwnership(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true })
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'postgres.owner.json')
}
