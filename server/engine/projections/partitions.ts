import type { Projection } from './projection'

const NAME = /^(.+)\/(\d+)of(\d+)$/

/**
 * The partitions of a projection, each a reader of the log for itself: with a checkpoint of its own and the events of its
 * own keys (docs/decisions/0042). One alone is the projection. Throws `NotSplittable` where rows are written by events of
 * several keys, and two partitions would write the same.
 */
export function partitionsOf(projection: Projection, count: number): Projection[] {
  return Array.from({ length: count }, (_, index) => partitionOf(projection, index, count))
}

function partitionOf(projection: Projection, index: number, count: number): Projection {
  if (count === 1) return projection
  if (projection.audit?.evidence !== 'stream') throw new NotSplittable(projection.name)
  const name = `${projection.name}/${index + 1}of${count}`
  return { ...projection, name, takes: (key) => placeOfKey(key, count) === index }
}

/** Of a reader of the log, the name of the projection that it is, or is a partition of. */
export const wholeName = (reader: string) => NAME.exec(reader)?.[1] ?? reader

/** The projection that this is, or is a partition of. */
export const wholeOf = ({ takes: _, ...projection }: Projection): Projection => ({
  ...projection,
  name: wholeName(projection.name),
})

/** The projection or the partition that has this name. */
export function findReader(projections: readonly Projection[], reader: string): Projection | undefined {
  const [, name = reader, number = '1', count = '1'] = NAME.exec(reader) ?? []
  const whole = projections.find((one) => one.name === name)
  return whole && partitionOf(whole, Number(number) - 1, Number(count))
}

/** Which of these readers, the partitions of one projection, takes the events of a key. */
export function readerOfKey<Reader extends { name: string }>(
  readers: readonly Reader[],
  key: string,
): Reader | undefined {
  return readers.find(({ name }) => {
    const [, , number, count] = NAME.exec(name) ?? []
    return count === undefined || placeOfKey(key, Number(count)) === Number(number) - 1
  })
}

/** A UUID of version 7 begins with the time, and ends with chance. */
const placeOfKey = (key: string, count: number) => Number.parseInt(key.slice(-6), 16) % count

/** A projection that cannot have partitions, or is none. */
export class NotSplittable extends Error {
  constructor(name: string) {
    super(`${name} cannot have partitions: only projections can whose every row is made by the events of one key.`)
    this.name = 'NotSplittable'
  }
}
