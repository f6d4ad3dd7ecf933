import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identifyProcess, isAlive, type ProcessIdentity } from '@/db/embedded/process-identity'
import { StartRefusal } from '@/server/start-refusal'

type Holder = ProcessIdentity & { address: string }

/** Makes this process the only supervisor of a data folder. The lock of a dead supervisor counts for nothing. */
export function takeLock(dataDir: string, address: string): { release: () => void; wasStale: boolean } {
  const file = join(dataDir, 'supervisor.json')
  const self = identifyProcess(process.pid)
  let wasStale = false
  try {
    mkdirSync(dataDir, { recursive: true })
    wasStale = existsSync(file) && !findHolder(file)
    if (wasStale) rmSync(file, { force: true })
    writeFileSync(file, JSON.stringify({ ...self, address }), { flag: 'wx' })
  } catch (error) {
    throw refusal(error as NodeJS.ErrnoException, dataDir, findHolder(file))
  }
  return { release: () => rmSync(file, { force: true }), wasStale }
}

function refusal(error: NodeJS.ErrnoException, dataDir: string, holder?: Holder): Error {
  if (holder)
    return new StartRefusal(
      `Tidemark already runs in this folder, at ${holder.address} (process ${holder.pid}): use that one, or stop it with Ctrl-C or kill ${holder.pid}.`,
    )
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(error.code ?? ''))
    return new StartRefusal(
      `The data folder ${dataDir} cannot be written by this user: give it to them with chown, or set TIDEMARK_DATA_DIR to another folder.`,
    )
  return error
}

function findHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    return isAlive(holder) ? holder : undefined
  } catch {
    return undefined
  }
}
