import type { AnySql } from '../database/postgres'
import type { Place } from '../log/checkpoint'
import type { EventDefinitions, Recorded } from '../log/event'
import { EVENT_COLUMNS, type EventRow, recordedEvents } from '../log/log'
import { contained } from '../log/read-between'

/**
 * Where keys are parked: a key (an order, a product …) is parked for a reader that failed at one of its events. That
 * event and all later ones of the key wait, in order, while every other key goes on (docs/decisions/0021).
 */
export type ParkedTable = 'read.parked_key' | 'read_next.parked_key' | 'read_before.parked_key' | 'write.parked_key'

export type ParkedKey = {
  reader: string
  key: string
  /** The first event that waits. */
  position: number
  type: string
  /** What the reader threw. */
  reason: string
  attempts: number
  /** When it is tried again by itself; null: only by hand, or when a worker starts. */
  nextTryAt: string | null
  parkedAt: string
}

/**
 * What became of a parked key that was tried again. `gone`: it does not wait, or somebody else is at it. `behind`: too
 * much came in meanwhile; it is due again.
 */
export type Healed = 'healed' | 'failed' | 'gone' | 'behind'

/** Attempts with growing pauses; after the last a key waits for a person or for the next release. */
const ATTEMPTS = 10
const FIRST_PAUSE_S = 1
const LONGEST_PAUSE_S = 300

const AFTER_A_PAUSE = `case when parked.attempts + 1 < ${ATTEMPTS}
  then now() + least(${LONGEST_PAUSE_S}, ${FIRST_PAUSE_S} * 2 ^ parked.attempts) * interval '1 second' end`

const COLUMNS = `reader, key, position, type, reason, attempts, next_try_at as "nextTryAt", parked_at as "parkedAt"`

/** The keys that wait, by reader. */
export async function parkedKeysOf(
  sql: AnySql,
  table: ParkedTable,
  readers: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await sql<{ reader: string; keys: string[] }[]>`
    select reader, array_agg(key::text) as keys from ${sql.unsafe(table)}
    where reader = any(${readers as string[]}) group by reader`
  return new Map(rows.map(({ reader, keys }) => [reader, new Set(keys)]))
}

export async function listParked(sql: AnySql, table: ParkedTable): Promise<ParkedKey[]> {
  return sql<ParkedKey[]>`select ${sql.unsafe(COLUMNS)} from ${sql.unsafe(table)} order by parked_at`
}

/** Parks a key with its first event that failed, or says that it failed again. */
export async function park(
  sql: AnySql,
  table: ParkedTable,
  reader: string,
  event: Recorded,
  error: unknown,
): Promise<void> {
  await sql`
    insert into ${sql.unsafe(table)} as parked (reader, key, position, type, reason, attempts, next_try_at)
    values (${reader}, ${event.key}, ${event.position}, ${event.type}, ${reasonOf(error)}, 1,
      now() + ${FIRST_PAUSE_S} * interval '1 second')
    on conflict (reader, key) do update set position = excluded.position, type = excluded.type, reason = excluded.reason,
      attempts = parked.attempts + 1, next_try_at = ${sql.unsafe(AFTER_A_PAUSE)}`
}

/** Says that a key failed again, if it waits still, though not at the event that it waits with. */
export async function noteFailure(
  sql: AnySql,
  table: ParkedTable,
  reader: string,
  key: string,
  error: unknown,
): Promise<void> {
  await sql`
    update ${sql.unsafe(table)} as parked set reason = ${reasonOf(error)}, attempts = parked.attempts + 1,
      next_try_at = ${sql.unsafe(AFTER_A_PAUSE)}
    where reader = ${reader} and key = ${key}`
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 2000)

/** Of these readers the keys whose time has come, or, with `all`, every one of them. */
export async function findDue(
  sql: AnySql,
  table: ParkedTable,
  readers: readonly string[],
  all = false,
): Promise<ParkedKey[]> {
  return sql<ParkedKey[]>`
    select ${sql.unsafe(COLUMNS)} from ${sql.unsafe(table)}
    where reader = any(${readers as string[]}) and (${all} or next_try_at <= now()) order by parked_at limit 1000`
}

/** Reads one parked key under a lock, so that nobody else tries it at the same time. */
export async function lockParked(
  sql: AnySql,
  table: ParkedTable,
  reader: string,
  key: string,
): Promise<ParkedKey | null> {
  const [found] = await sql<ParkedKey[]>`
    select ${sql.unsafe(COLUMNS)} from ${sql.unsafe(table)}
    where reader = ${reader} and key = ${key} for update skip locked`
  return found ?? null
}

export async function release(sql: AnySql, table: ParkedTable, reader: string, key: string): Promise<void> {
  await sql`delete from ${sql.unsafe(table)} where reader = ${reader} and key = ${key}`
}

/** Makes a parked key due now, whatever its pause. Answers whether it waits at all. */
export async function makeDue(sql: AnySql, table: ParkedTable, reader: string, key: string): Promise<boolean> {
  const rows = await sql`
    update ${sql.unsafe(table)} set next_try_at = now() where reader = ${reader} and key = ${key} returning 1`
  return rows.length > 0
}

/** What waits of a parked key: its events from the first that failed up to where the reader stands. */
export async function readParked(
  sql: AnySql,
  definitions: EventDefinitions,
  parked: Pick<ParkedKey, 'key' | 'position'>,
  types: readonly string[],
  place: Place,
): Promise<Recorded[]> {
  const streams = [...new Set(types.flatMap((type) => definitions[type]?.stream ?? []))]
  const rows = await sql<EventRow[]>`
    select ${sql.unsafe(EVENT_COLUMNS)} from write.event e
    where stream = any(${streams}) and key = ${parked.key} and position >= ${parked.position}
      and type = any(${types as string[]}) and ${contained(sql, place)}
    order by position`
  return recordedEvents(sql, definitions, rows, 'when asked')
}

/** The server or the way to it failed, and not the event: trying again is all that helps. */
export function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(08|40|53|55|57|58)|^CONNECT|^E[A-Z]+$/.test(code)
}
