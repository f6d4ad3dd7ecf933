import type { TransactionSql } from '../database/postgres'
import type { Place } from '../log/checkpoint'
import type { EventDefinitions, Recorded } from '../log/event'
import { EVENT_COLUMNS, type EventRow, recordedEvents } from '../log/log'
import type { Audit } from '../projections/audit'

type Log = { tx: TransactionSql; definitions: EventDefinitions; types: readonly string[] }

/** Every event of these parts that the place contains, in order: for parts whose events can be looked up. */
export async function readParts(log: Log, audit: Audit, parts: readonly string[], place: Place): Promise<Recorded[]> {
  const { tx, definitions, types } = log
  const streams = [...new Set(types.flatMap((type) => definitions[type]?.stream ?? []))]
  const isWanted =
    audit.evidence === 'stream'
      ? tx`stream = any(${streams}) and key = any(${parts as string[]}::uuid[])`
      : tx`position = any(${parts as string[]}::bigint[])`
  const rows = await tx<EventRow[]>`
    select ${tx.unsafe(EVENT_COLUMNS)} from write.event e
    where ${isWanted} and type = any(${types as string[]}) and ${contained(tx, place)}
    order by position`
  return recordedEvents(tx, definitions, rows, 'when asked')
}

/** A few neighbouring events of the log, from anywhere in it, the first of all as likely as any. */
export async function readAnywhere(log: Log, count: number, place: Place): Promise<Recorded[]> {
  const { tx, definitions, types } = log
  const look = 10 * count
  const rows = await tx<EventRow[]>`
    select ${tx.unsafe(EVENT_COLUMNS)} from (
      select * from write.event
      where position >= (
        select (random() * (coalesce(max(position), 0) + ${look}))::bigint - ${look} from write.event)
      order by position limit ${look}) e
    where type = any(${types as string[]}) and ${contained(tx, place)} order by position limit ${count}`
  return recordedEvents(tx, definitions, rows)
}

/** What `place` contains and the snapshot does not; null where that is more than `limit`. */
export async function readBetween(log: Log, snapshot: string, place: Place, limit: number): Promise<Recorded[] | null> {
  const { tx, definitions, types } = log
  const newer = (condition: ReturnType<typeof contained>) => tx`
    (select * from write.event where ${condition} and ${contained(tx, place)} limit ${limit + 1})`
  const rows = await tx<EventRow[]>`
    select ${tx.unsafe(EVENT_COLUMNS)} from (
      ${newer(tx`xid >= pg_snapshot_xmax(${snapshot}::pg_snapshot)`)} union all
      ${newer(tx`xid = any(array(select pg_snapshot_xip(${snapshot}::pg_snapshot)))`)}) e
    order by position`
  if (rows.length > limit) return null
  return recordedEvents(
    tx,
    definitions,
    rows.filter(({ type }) => types.includes(type)),
  )
}

/** Whether a reader who stands at the place has dealt with the event. */
function contained(tx: TransactionSql, { snapshot, target, reached }: Place) {
  const isSeen = tx`pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)`
  if (target === null) return isSeen
  return tx`(${isSeen} or (position <= ${reached} and pg_visible_in_snapshot(xid, ${target}::pg_snapshot)))`
}
