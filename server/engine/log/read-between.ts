import type { AnySql } from '../database/postgres'
import type { Place } from './checkpoint'
import type { EventDefinitions, Recorded } from './event'
import { EVENT_COLUMNS, type EventRow, recordedEvents } from './log'

/** The log, as far as it concerns a reader. */
export type Log = { sql: AnySql; definitions: EventDefinitions; types: readonly string[] }

/** What `place` contains and the snapshot does not; null where that is more than `limit`. */
export async function readBetween(log: Log, snapshot: string, place: Place, limit: number): Promise<Recorded[] | null> {
  const { sql, definitions, types } = log
  const newer = (condition: ReturnType<typeof contained>) => sql`
    (select * from write.event where ${condition} and ${contained(sql, place)} limit ${limit + 1})`
  const rows = await sql<EventRow[]>`
    select ${sql.unsafe(EVENT_COLUMNS)} from (
      ${newer(sql`xid >= pg_snapshot_xmax(${snapshot}::pg_snapshot)`)} union all
      ${newer(sql`xid = any(array(select pg_snapshot_xip(${snapshot}::pg_snapshot)))`)}) e
    order by position`
  if (rows.length > limit) return null
  return recordedEvents(
    sql,
    definitions,
    rows.filter(({ type }) => types.includes(type)),
    'when asked',
  )
}

/** The condition that a reader who stands at the place has dealt with an event. */
export function contained(sql: AnySql, { snapshot, target, reached }: Place) {
  const isSeen = sql`pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)`
  if (target === null) return isSeen
  return sql`(${isSeen} or (position <= ${reached} and pg_visible_in_snapshot(xid, ${target}::pg_snapshot)))`
}
