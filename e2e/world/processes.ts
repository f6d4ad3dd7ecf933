import { execFileSync } from 'node:child_process'

/** How each is listed: Next gives its process a name of its own. */
const NAMES = { worker: 'worker.mjs', web: 'next-server' }

/** A process of the shop under test: the one whose supervisor this run has started. */
export function childPid(name: keyof typeof NAMES): number {
  const list = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n')
  const processes = list.flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)
    return match ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }] : []
  })
  const supervisors = processes.filter(({ command }) => command.includes('e2e/serve.ts')).map(({ pid }) => pid)
  const child = processes.find(({ command, parent }) => command.includes(NAMES[name]) && supervisors.includes(parent))
  if (!child) throw new Error(`The shop under test has no ${name}.`)
  return child.pid
}
