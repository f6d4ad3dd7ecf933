import { childPid } from './processes'

/** Holds the worker still while `act` runs: alive for its supervisor, and doing nothing. */
export async function withWorkerStopped(act: () => Promise<void>): Promise<void> {
  const pid = childPid('worker')
  process.kill(pid, 'SIGSTOP')
  try {
    await act()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}
