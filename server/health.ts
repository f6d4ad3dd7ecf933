import type { Found } from './health/causes'
import { type Health, judge } from './health/judge'
import { shareFor } from './health/share-for'
import { shop } from './shop'

const SHARED_MS = 500

/** What is found out about the readers of the log, for all who ask within half a second. Never throws. */
export const findingsOf: () => Promise<Found> = shareFor(SHARED_MS, async () => {
  const { ping, survey, rates, workers, undecodable, countDrifted, config } = shop()
  const [found, sessions, isQueueUp, drifted] = await Promise.all([
    survey().catch(() => null),
    workers().catch(() => null),
    ping.queue(),
    countDrifted().catch(() => 0),
  ])
  if (found) rates.note(found.readers)
  const late = found?.readers.filter(({ lagMs }) => lagMs > config.mostLagMs) ?? []
  return {
    survey: found,
    workers: sessions,
    isQueueUp,
    drifted,
    undecodable: await undecodable(late).catch(() => null),
  }
})

/**
 * Tries the doors of this process and looks how far the readers of the log are, for load balancers, monitors and the
 * supervisor. Never throws.
 */
export const healthOf: () => Promise<Health> = shareFor(SHARED_MS, async () => {
  const { ping, config } = shop()
  const [commands, queries, found] = await Promise.all([ping.commands(), ping.queries(), findingsOf()])
  return judge({ ...found, commands, queries }, config.mostLagMs)
})
