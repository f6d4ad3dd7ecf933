import type { Recorded } from '../log/event'
import { isPassing } from '../parking/parked'
import { ProjectionFailed } from '../parking/poison'
import { type Projection, untilWritten } from '../projections/projection'
import type { Memory } from '../rows/memory'

/** Where so many keys fail, it is not the events that are at fault. */
const MOST_PARKED = 20

export type Failure = { event: Recorded; error: unknown }

/**
 * Folds events in memory, and answers the first of each key that the projection throws at: found by halves, each of
 * which is taken back, so that all others are applied (docs/decisions/0021).
 */
export async function foldOrPark(
  memory: Memory,
  projection: Projection,
  events: readonly Recorded[],
  isParking: boolean,
): Promise<Failure[]> {
  const failures = new Map<string, Failure>()

  async function attempt(all: readonly Recorded[]): Promise<void> {
    const left = all.filter(({ key }) => !failures.has(key))
    const [first, ...rest] = left
    if (!first) return
    const mark = memory.mark()
    try {
      await untilWritten(await projection.apply(memory.tx, left))
    } catch (error) {
      memory.backTo(mark)
      if (!isParking || isPassing(error) || failures.size >= MOST_PARKED) {
        throw new ProjectionFailed(projection.name, error)
      }
      if (rest.length === 0) {
        failures.set(first.key, { event: first, error })
        return
      }
      const middle = Math.ceil(left.length / 2)
      await attempt(left.slice(0, middle))
      await attempt(left.slice(middle))
    }
  }

  await attempt(events)
  memory.settle()
  return [...failures.values()]
}
