import type { PendingQuery, Row } from 'postgres'
import type { AnySql } from '../database/postgres'
import type { Place } from './checkpoint'
import type { EventDefinitions, Recorded } from './event'
import { type EventRow, recordedEvents } from './log'
import { subjectKeyColumn } from './seal'
import type { Ways } from './ways'

export type Step = {
  /** The events of the wanted types, in order, personal fields readable. */
  events: Recorded[]
  /** Where the reader stands once it has dealt with them; null when nothing at all was new. */
  next: Place | null
  /** Whether there is more to read at once. */
  more: boolean
}

type StepRow = { now: string } & { [Column in keyof EventRow]: EventRow[Column] | null }

/**
 * The next events that a checkpoint does not contain: the difference of two snapshots (PgQ's idea; docs/decisions/0002).
 * Nothing is skipped, because what was running when the checkpoint was taken is asked for by its transaction id, and
 * nothing stalls, because nobody waits for what is still running. A difference larger than `limit` is walked by position.
 */
export async function readNew(
  sql: AnySql,
  definitions: EventDefinitions,
  from: Place,
  types: readonly string[],
  limit: number,
  ways?: Ways,
): Promise<Step> {
  if (from.target !== null) return walk(sql, definitions, from, from.target, from.reached, types, limit)
  const rows = await readDifference(sql, definitions, from.snapshot, types, limit)
  const now = rows[0]?.now
  if (now === undefined) throw new Error('PostgreSQL did not tell its snapshot.')
  const found = rows.filter((row): row is StepRow & EventRow => row.position !== null)
  if (found.length > limit) {
    const findStart = async () => (await startOfDifference(sql, from.snapshot)) ?? 0
    const way = ways ? await ways.from(from.snapshot, now, findStart) : { target: now, reached: await findStart() }
    return walk(sql, definitions, from, way.target, way.reached, types, limit)
  }
  if (found.length === 0) return { events: [], next: null, more: false }
  const events = await readable(sql, definitions, found)
  return { events, next: { snapshot: now, target: null, reached: 0 }, more: false }
}

/** Of which types the next events are, and the place behind them all; null where there are more than `limit`. */
export async function typesOfNew(
  sql: AnySql,
  from: Place,
  limit: number,
): Promise<{ types: ReadonlySet<string>; next: Place } | null> {
  if (from.target !== null) return null
  const [row] = await sql<{ now: string; count: number; types: string[] | null }[]>`
    select pg_current_snapshot()::text as now, count(*), array_agg(distinct type) as types
    from (${newerThan(sql, from.snapshot, sql`type`, sql`order by xid limit ${limit + 1}`)}) difference`
  if (!row || row.count > limit) return null
  return { types: new Set(row.types), next: { snapshot: row.now, target: null, reached: 0 } }
}

/** One row at least, for the snapshot. Data of types that nobody asked for stays behind. At most `limit` + 1 events. */
function readDifference(
  sql: AnySql,
  definitions: EventDefinitions,
  snapshot: string,
  types: readonly string[],
  limit: number,
) {
  return sql<StepRow[]>`
    with difference as materialized (${newerThan(sql, snapshot, sql`*`, sql`order by xid limit ${limit + 1}`)})
    select pg_current_snapshot()::text as now, e.position, e.xid::text as xid, e.key, e.type, e.shape,
      case when e.type = any(${types as string[]}) then e.data end as data, e.at, e.actor_kind, e.actor_id, e.command_id,
      ${subjectKeyColumn(sql, definitions, types)} as subject_key
    from (select 1) one left join difference e on true
    order by e.position`
}

/** The position before the first event that a snapshot does not see; null where there is none. */
export async function startOfDifference(sql: AnySql, snapshot: string): Promise<number | null> {
  const [row] = await sql<{ start: number | null }[]>`
    select min(position) - 1 as start
    from (${newerThan(sql, snapshot, sql`position`, sql``)}) difference`
  return row?.start ?? null
}

type Fragment = PendingQuery<Row[]>

/**
 * What a snapshot does not see: what began after it, and what was running when it was taken. In two queries, because for
 * a condition with OR, whose bounds it cannot know beforehand, PostgreSQL reads the whole log from its beginning.
 */
function newerThan(sql: AnySql, snapshot: string, columns: Fragment, rest: Fragment): Fragment {
  return sql`
    (select ${columns} from write.event where xid >= pg_snapshot_xmax(${snapshot}::pg_snapshot) ${rest})
    union all
    (select ${columns} from write.event where xid = any(array(select pg_snapshot_xip(${snapshot}::pg_snapshot))) ${rest})`
}

/**
 * One stretch of a long difference: what `target` sees and the checkpoint's snapshot does not, by position. Everything
 * that the target sees had its position before the target was taken, so no event can appear behind the walker.
 */
async function walk(
  sql: AnySql,
  definitions: EventDefinitions,
  from: Place,
  target: string,
  reached: number,
  types: readonly string[],
  limit: number,
): Promise<Step> {
  const rows = await sql<EventRow[]>`
    select e.position, e.xid::text as xid, e.key, e.type, e.shape,
      case when e.type = any(${types as string[]}) then e.data end as data, e.at, e.actor_kind, e.actor_id, e.command_id,
      ${subjectKeyColumn(sql, definitions, types)} as subject_key
    from write.event e
    where e.position > ${reached}
      and (e.xid >= pg_snapshot_xmax(${from.snapshot}::pg_snapshot)
        or e.xid = any(array(select pg_snapshot_xip(${from.snapshot}::pg_snapshot))))
      and pg_visible_in_snapshot(e.xid, ${target}::pg_snapshot)
    order by e.position limit ${limit}`
  const events = await readable(sql, definitions, rows)
  const last = rows.at(-1)
  const isDone = rows.length < limit || !last
  const next: Place = isDone
    ? { snapshot: target, target: null, reached: 0 }
    : { snapshot: from.snapshot, target, reached: last.position }
  return { events, next, more: true }
}

async function readable(sql: AnySql, definitions: EventDefinitions, rows: EventRow[]): Promise<Recorded[]> {
  return recordedEvents(
    sql,
    definitions,
    rows.filter((row) => row.data !== null),
    'when asked',
  )
}
