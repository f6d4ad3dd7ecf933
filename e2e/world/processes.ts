import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** How each is listed: Next gives its process a name of its own. */
const NAMES = { worker: 'worker.mjs', web: 'next-server' }

/** A process of the shop under test: the one whose supervisor this run has started. */
export function childPid(name: keyof typeof NAMES): number {
  const list = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n')
  const processes = list.flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)
    return match ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }] : []
  })
  const supervisors = processes
    .filter(({ pid, command }) => command.includes('e2e/serve.ts') && isOurs(pid))
    .map(({ pid }) => pid)
  const child = processes.find(({ command, parent }) => command.includes(NAMES[name]) && supervisors.includes(parent))
  if (!child) throw new Error(`The shop under test has no ${name}.`)
  return child.pid
}

/** On one machine several shops may be under test, each on a port of its own. Where nobody can tell, there is one. */
function isOurs(pid: number): boolean {
  const port = environmentOf(pid)?.PORT
  return port === undefined || port === (process.env.E2E_PORT ?? '4390')
}

/** The environment that a process was started with; null where the system does not tell. */
export function environmentOf(pid: number): Record<string, string> | null {
  try {
    const lines = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
    return Object.fromEntries(lines.map((line) => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1)]))
  } catch {
    return null
  }
}
