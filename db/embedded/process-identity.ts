import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process and when it began, because a pid alone is soon given to somebody else. */
export type ProcessIdentity = { pid: number; began: string }

/** Who a pid is at this moment, or undefined if no such process lives. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : beganByPs(pid)
  return began ? { pid, began } : undefined
}

/** Whether that very process still lives. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.began === identity.began
}

function beganOnLinux(pid: number): string | undefined {
  try {
    // The command in the second field may contain spaces, so count from its closing bracket: starttime is the 20th after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

function beganByPs(pid: number): string | undefined {
  const answer = spawnSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' })
  return answer.stdout?.trim() || undefined
}
