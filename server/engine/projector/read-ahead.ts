import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '../database/postgres'
import type { Place } from '../log/checkpoint'
import type { EventDefinitions } from '../log/event'
import { readNew, type Step } from '../log/read-new'
import { createWays, type Ways } from '../log/ways'
import { nameOf } from '../projections/members'

export type ReadAhead = {
  /** What comes after this place, if it is on its way already. */
  take: (place: Place) => Promise<Step> | undefined
  /** Begins to read what comes after this place, while the caller writes what came before it. */
  start: (place: Place) => void
  ways: Ways
}

/** Stretches that are kept for the slower of two. */
const MOST_KEPT = 3
/** How long the quicker one waits for the slower before it goes on alone. */
const PATIENCE_MS = 250
/** How long a stretch is waited for by somebody who holds a connection. It may be waiting for just that one. */
const LONGEST_WAIT_MS = 2000

type Stretch = { step: Promise<Step>; awaited: number; taken: Promise<void>; onTaken: () => void }

/**
 * Reads the next stretch of a long walk through another connection, once for all who go the same way. What the stretch
 * holds is settled when the walk's target is, so it makes no difference that somebody else reads it, and before its time.
 * `types` are those of all who take part.
 */
export function createReadAhead(
  sql: Sql,
  definitions: EventDefinitions,
  types: readonly string[],
  limit: number,
): ReadAhead {
  const ways = createWays()
  const stretches = new Map<string, Stretch>()

  /** The quickest is so many stretches ahead at most, or the slowest would no longer find what was read. */
  async function room({ target }: Place): Promise<void> {
    const [oldest] = stretches.values()
    if (stretches.size < MOST_KEPT || !oldest) return
    const isTaken = await Promise.race([oldest.taken.then(() => true), sleep(PATIENCE_MS, false, { ref: false })])
    if (isTaken) return
    ways.part(target)
    stretches.clear()
  }

  return {
    take(place) {
      const found = stretches.get(nameOf(place))
      if (!found) return
      found.awaited -= 1
      if (found.awaited <= 0) {
        stretches.delete(nameOf(place))
        found.onTaken()
      }
      return found.step
    },
    start(place) {
      const name = nameOf(place)
      if (stretches.has(name)) return
      const step = room(place).then(() => readNew(sql, definitions, place, types, limit))
      step.catch(() => stretches.delete(name))
      let onTaken = () => {}
      const taken = new Promise<void>((resolve) => {
        onTaken = resolve
      })
      stretches.set(name, { step, awaited: ways.walkersTo(place.target), taken, onTaken })
    },
    ways,
  }
}

/** The stretch, or where it does not come in time, what `read` answers: it is the same. */
export async function inTime(step: Promise<Step>, read: () => Promise<Step>): Promise<Step> {
  const giveUp = new AbortController()
  const late = sleep(LONGEST_WAIT_MS, null, { ref: false, signal: giveUp.signal }).catch(() => null)
  const found = await Promise.race([step, late]).finally(() => giveUp.abort())
  return found ?? read()
}
