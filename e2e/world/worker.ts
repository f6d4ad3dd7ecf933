import { execFileSync } from 'node:child_process'

/** The worker of the shop under test: the one whose supervisor listens on this port. */
function workerPid(): number {
  const list = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n')
  const processes = list.flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)
    return match ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }] : []
  })
  const supervisors = processes.filter(({ command }) => command.includes('e2e/serve.ts')).map(({ pid }) => pid)
  const worker = processes.find(({ command, parent }) => command.includes('worker.mjs') && supervisors.includes(parent))
  if (!worker) throw new Error('The worker of the shop under test was not found.')
  return worker.pid
}

/** Holds the worker still while `act` runs: alive for its supervisor, and doing nothing. */
export async function withWorkerStopped(act: () => Promise<void>): Promise<void> {
  const pid = workerPid()
  process.kill(pid, 'SIGSTOP')
  try {
    await act()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}
