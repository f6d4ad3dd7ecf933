import type { AnySql } from '../database/postgres'
import type { Recorded } from '../log/event'

/** From which position on the events of parked keys are not in the rows. */
export type NotApplied = ReadonlyMap<string, number>

/** What waits for a projection, whole or in partitions. */
export async function findNotApplied(sql: AnySql, projection: string): Promise<Map<string, number>> {
  const rows = await sql<{ key: string; position: number }[]>`
    select key::text as key, position from read.parked_key where split_part(reader, '/', 1) = ${projection}`
  return new Map(rows.map(({ key, position }) => [key, position]))
}

export const isApplied = ({ key, position }: Recorded, waiting: NotApplied) =>
  position < (waiting.get(key) ?? Number.POSITIVE_INFINITY)

export const isSame = (one: NotApplied, other: NotApplied) =>
  one.size === other.size && [...one].every(([key, position]) => other.get(key) === position)
