import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from '@/db/embedded/prepare-data-folder'
import { identifyProcess, isAlive, type ProcessIdentity } from '@/db/embedded/process-identity'
import { StartRefusal } from '@/server/start-refusal'

type Holder = ProcessIdentity & { address: string }

/** Makes this process the only supervisor of a data folder. The lock of a dead supervisor counts for nothing. */
export function takeLock(dataDir: string, address: string): { release: () => void; wasStale: boolean } {
  makeDataFolder(dataDir)
  const file = join(dataDir, 'supervisor.json')
  const wasStale = existsSync(file) && !findHolder(file)
  if (wasStale) rmSync(file, { force: true })
  try {
    writeFileSync(file, JSON.stringify({ ...identifyProcess(process.pid), address }), { flag: 'wx' })
  } catch (error) {
    throw refusal(findHolder(file)) ?? error
  }
  return { release: () => rmSync(file, { force: true }), wasStale }
}

function refusal(holder?: Holder): Error | undefined {
  if (!holder) return undefined
  return new StartRefusal(
    `Tidemark already runs in this folder, at ${holder.address} (process ${holder.pid}): use that one, or stop it with Ctrl-C or kill ${holder.pid}.`,
  )
}

function findHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    return isAlive(holder) ? holder : undefined
  } catch {
    return undefined
  }
}
