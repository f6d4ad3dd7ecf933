import type { Sql } from '../database/postgres'
import type { EventDefinitions } from '../log/event'
import { wholeName } from '../projections/partitions'
import type { ParkedKey } from './parked'

/** A parked key, and how many of its events the reader has not taken in. */
export type WaitingKey = ParkedKey & { waiting: number }

type Reader = { name: string; handles: readonly string[] }

/** Counts what waits behind each parked key, in the log itself. A reader that is no more handles nothing. */
export async function countWaiting(
  log: Sql,
  definitions: EventDefinitions,
  parked: readonly ParkedKey[],
  readers: readonly Reader[],
): Promise<WaitingKey[]> {
  if (parked.length === 0) return []
  const asked = parked.map(({ reader, key, position }) => {
    const types = readers.find(({ name }) => name === wholeName(reader))?.handles ?? []
    const streams = [...new Set(types.flatMap((type) => definitions[type]?.stream ?? []))]
    return { reader, key, position, types, streams }
  })
  const counts = await log<{ reader: string; key: string; waiting: number }[]>`
    select reader, asked.key, (select count(*) from write.event e
      where e.stream = any(asked.streams) and e.key = asked.key and e.position >= asked.position
        and e.type = any(asked.types))::int as waiting
    from jsonb_to_recordset(${log.json(asked as never)})
      as asked (reader text, key uuid, position bigint, types text[], streams text[])`
  return parked.map((one) => {
    const found = counts.find(({ reader, key }) => reader === one.reader && key === one.key)
    return { ...one, waiting: found?.waiting ?? 0 }
  })
}
