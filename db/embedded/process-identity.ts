import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process and when it began, because a pid alone is soon given to somebody else. */
export type ProcessIdentity = { pid: number; began: string }

/** Who a pid is at this moment, or undefined if no such process lives. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : ps(pid, 'lstart').trim()
  return began ? { pid, began } : undefined
}

/** Whether that very process still lives. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.began === identity.began
}

/** The parent of a process. */
export function parentOf(pid: number): number {
  if (process.platform !== 'linux') return Number.parseInt(ps(pid, 'ppid'), 10)
  return Number.parseInt(/PPid:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? '', 10)
}

/** The command line of a process. */
export function commandOf(pid: number): string {
  return process.platform === 'linux' ? read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') : ps(pid, 'command')
}

function beganOnLinux(pid: number): string | undefined {
  // The command in the second field may contain spaces, so count from its closing bracket: starttime is the 20th after it.
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? undefined : fields[19]
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-p', String(pid), '-o', `${column}=`], { encoding: 'utf8' }).stdout ?? ''
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
