import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'

/** Over less than this a share would be mostly chance. */
const AT_LEAST_MS = 200

/**
 * Watches how busy the machine or this process is, whichever is more: from 0 to 1, since the call before, or a half until
 * anything can be said. The machine counts because the database may be on it, the process because the machine may be a
 * large one of which it is given little.
 */
export function watchBusyness(): () => number {
  let since = performance.now()
  let loop = performance.eventLoopUtilization()
  let machine = machineTimes()
  let last = 0.5
  return () => {
    const now = performance.now()
    if (now - since < AT_LEAST_MS) return last
    const [nextLoop, nextMachine] = [performance.eventLoopUtilization(), machineTimes()]
    const total = nextMachine.total - machine.total
    const ofMachine = total > 0 ? 1 - (nextMachine.idle - machine.idle) / total : 0
    last = Math.max(ofMachine, performance.eventLoopUtilization(nextLoop, loop).utilization)
    since = now
    loop = nextLoop
    machine = nextMachine
    return last
  }
}

/** Milliseconds of all processors together. */
function machineTimes(): { idle: number; total: number } {
  const times = cpus().map((one) => one.times)
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  return { idle: sum(times.map(({ idle }) => idle)), total: sum(times.flatMap((one) => Object.values(one))) }
}

/**
 * How many times as long as it worked somebody rests for whom nobody waits: once where little else goes on, nine times
 * where little is left idle. By the square of busy to idle: what he does himself is counted too, so that it balances.
 */
export function restFor(busy: number): number {
  return Math.min(9, Math.max(1, (busy / (1 - busy)) ** 2))
}
