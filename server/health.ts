import { type Health, judge } from './health/judge'
import { shareFor } from './health/share-for'
import { shop } from './shop'

const SHARED_MS = 500

/**
 * Tries the doors of this process and looks how far the readers of the log are, for load balancers, monitors and the
 * supervisor. Never throws.
 */
export const healthOf: () => Promise<Health> = shareFor(SHARED_MS, async () => {
  const { ping, survey, workers, config } = shop()
  const nothing = () => null
  const [commands, queries, queue, readers, sessions] = await Promise.all([
    ping.commands(),
    ping.queries(),
    ping.queue(),
    survey().catch(nothing),
    workers().catch(nothing),
  ])
  return judge({ commands, queries, queue, readers, workers: sessions }, config.mostLagMs)
})
