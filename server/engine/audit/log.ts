import type { Place } from '../log/checkpoint'
import type { Recorded } from '../log/event'
import { EVENT_COLUMNS, type EventRow, recordedEvents } from '../log/log'
import { contained, type Log } from '../log/read-between'
import type { Audit } from '../projections/audit'

/** Every event of these parts that the place contains, in order: for parts whose events can be looked up. */
export async function readParts(log: Log, audit: Audit, parts: readonly string[], place: Place): Promise<Recorded[]> {
  const { sql, definitions, types } = log
  const streams = [...new Set(types.flatMap((type) => definitions[type]?.stream ?? []))]
  const isWanted =
    audit.evidence === 'stream'
      ? sql`stream = any(${streams}) and key = any(${parts as string[]}::uuid[])`
      : sql`position = any(${parts as string[]}::bigint[])`
  const rows = await sql<EventRow[]>`
    select ${sql.unsafe(EVENT_COLUMNS)} from write.event e
    where ${isWanted} and type = any(${types as string[]}) and ${contained(sql, place)}
    order by position`
  return recordedEvents(sql, definitions, rows, 'when asked')
}

/** A few neighbouring events of the log, from anywhere in it, the first of all as likely as any. */
export async function readAnywhere(log: Log, count: number, place: Place): Promise<Recorded[]> {
  const { sql, definitions, types } = log
  const look = 10 * count
  const rows = await sql<EventRow[]>`
    select ${sql.unsafe(EVENT_COLUMNS)} from (
      select * from write.event
      where position >= (
        select (random() * (coalesce(max(position), 0) + ${look}))::bigint - ${look} from write.event)
      order by position limit ${look}) e
    where type = any(${types as string[]}) and ${contained(sql, place)} order by position limit ${count}`
  return recordedEvents(sql, definitions, rows, 'when asked')
}
