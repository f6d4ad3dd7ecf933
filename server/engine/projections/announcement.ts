import { wholeName } from './partitions'

/** Projections announce themselves on this channel, so that waiting reads and open pages wake up. */
export const MARKS_CHANNEL = 'tidemark_marks'

/** PostgreSQL takes payloads below 8,000 bytes. */
const MOST_BYTES = 7900

/**
 * A projection's mark has moved. `counter`: up to where; null where it is a partition that moved, which does not know how
 * far the others are. `keys` are the ids that the changed rows concern; null says that there are too many to name, and an
 * empty list that no row changed.
 */
export type Moved = { projection: string; counter: number | null; keys: readonly string[] | null }

/** A reader's checkpoint was moved once more than `counter` says. */
export const movedOn = (reader: { name: string; counter: number }, keys: Moved['keys']): Moved => {
  const projection = wholeName(reader.name)
  return { projection, counter: projection === reader.name ? reader.counter + 1 : null, keys }
}

type Written = { keys: string[]; marks: [projection: string, counter: number | null, keys: number[] | null][] }

/** As one payload. Ids that several projections name are written once. */
export function writeAnnouncement(all: readonly Moved[]): string {
  const full = writtenInFull(all)
  if (full !== null && Buffer.byteLength(full) <= MOST_BYTES) return full
  const isUntouched = (one: Moved) => one.keys?.length === 0
  return JSON.stringify({
    keys: [],
    marks: all.map((one) => [one.projection, one.counter, isUntouched(one) ? [] : null]),
  })
}

/** Null where the ids alone are too long: after a large batch they would be numbered in vain. */
function writtenInFull(all: readonly Moved[]): string | null {
  const keys = [...new Set(all.flatMap((one) => one.keys ?? []))]
  if (keys.reduce((length, key) => length + key.length, 0) > MOST_BYTES) return null
  const placeOf = new Map(keys.map((key, place) => [key, place]))
  const places = (one: Moved) => one.keys?.map((key) => placeOf.get(key) as number) ?? null
  return JSON.stringify({ keys, marks: all.map((one) => [one.projection, one.counter, places(one)]) })
}

export function readAnnouncement(payload: string): Moved[] {
  const { keys, marks } = JSON.parse(payload) as Written
  return marks.map(([projection, counter, places]) => ({
    projection,
    counter,
    keys: places?.flatMap((place) => keys[place] ?? []) ?? null,
  }))
}
