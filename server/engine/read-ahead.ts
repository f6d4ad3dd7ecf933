import type { Place } from './checkpoint'
import type { EventDefinitions } from './event'
import type { Sql } from './postgres'
import { readNew, type Step } from './read-new'

export type ReadAhead = {
  /** What comes after this place, if it is on its way already. */
  take: (place: Place, types: readonly string[]) => Promise<Step> | undefined
  /** Begins to read what comes after this place, while the caller writes what came before it. */
  start: (place: Place, types: readonly string[]) => void
}

/**
 * Reads the next stretch of a long walk through another connection. What the stretch holds is settled when the walk's
 * target is, so it makes no difference that somebody else reads it, and before its time.
 */
export function createReadAhead(sql: Sql, definitions: EventDefinitions, limit: number): ReadAhead {
  const underWay = new Map<string, Promise<Step>>()
  const nameOf = ({ snapshot, target, reached }: Place, types: readonly string[]) =>
    [snapshot, target, reached, ...types].join(' ')
  return {
    take(place, types) {
      const name = nameOf(place, types)
      const found = underWay.get(name)
      underWay.delete(name)
      return found
    },
    start(place, types) {
      // What nobody came for belongs to a step that was lost.
      underWay.clear()
      const reading = readNew(sql, definitions, place, types, limit)
      reading.catch(() => {})
      underWay.set(nameOf(place, types), reading)
    },
  }
}
