import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefusal } from '@/server/start-refusal'
import type { Service } from './keep-running'

const deadline = 90_000
const longestCatchUp = 8_000

/** Waits until the web answers that it is well; gives up when a service keeps ending, or after a minute and a half. */
export async function untilHealthy(address: string, services: Record<string, Service>, logDir: string): Promise<void> {
  const began = performance.now()
  while (!(await isHealthy(address))) {
    const failing = Object.keys(services).find((name) => (services[name]?.crashes() ?? 0) >= 3)
    if (failing)
      throw new StartRefusal(`The ${failing} keeps ending: the reason is at the end of ${logDir}/${failing}.log.`)
    if (performance.now() - began > deadline)
      throw new StartRefusal(`The web does not answer at ${address}: the reason is at the end of ${logDir}/web.log.`)
    await sleep(100)
  }
}

/** Waits, but not for long, until the read tables show what has happened: nobody's first sight is an empty shelf. */
export async function untilCaughtUp(isCaughtUp: () => boolean): Promise<void> {
  const began = performance.now()
  while (!isCaughtUp() && performance.now() - began < longestCatchUp) await sleep(50)
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5_000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}
