import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type PostgresBinaries, runProgram } from './binaries'
import type { ServerUser } from './server-user'

/** What `postmaster.pid` says of the server that runs on a data folder. */
type Postmaster = { pid: number; isReady: boolean }

/** The live PostgreSQL on this cluster, if there is one. A pid file left by a dead server is no server. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!Number.isInteger(pid) || !isPostgresOn(pid, cluster)) return undefined
  return { pid, isReady: lines[7]?.trim() === 'ready' }
}

/**
 * Removes a pid file whose server is gone. PostgreSQL does so itself, unless the pid has meanwhile gone to another process
 * of the same user, which happens at once in containers, where pids are few.
 */
export function removeStalePidFile(cluster: string): void {
  if (!findPostmaster(cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/** Stops the server on this cluster: sessions are cut off, transactions rolled back, everything committed kept. */
export async function stopPostmaster(binaries: PostgresBinaries, cluster: string, user: ServerUser): Promise<void> {
  const stop = (mode: 'fast' | 'immediate') =>
    runProgram(binaries, 'pg_ctl', ['stop', '-D', cluster, '-m', mode, '-w', '-t', '20'], user, cluster)
  const { code } = await stop('fast')
  if (code !== 0 && findPostmaster(cluster)) await stop('immediate')
}

function isPostgresOn(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  // A PostgreSQL server stands in its data folder; Linux lets us ask.
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    } catch {
      return false
    }
  }
  return (
    spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout?.includes('postgres') ?? true
  )
}
