import type { Locks } from './locks'
import { inOneOfAll, restUntil } from './one-of-all'
import type { Sql } from './postgres'

const LOOK_EVERY_MS = 500
/** Where something was due, more soon is. */
const LOOK_AGAIN_MS = 200
/** What was due goes on being so: PostgreSQL counts dead versions only once a second. */
const DUE_FOR_MS = 2000
/** A table rests so much longer than it took, also where nothing could be removed: a small one seldom has to. */
const REST_OF_A_TABLE = 200
/** A twentieth of one processor at most. */
const REST_OF_WORDS = 20

/**
 * Tables with a hundred dead versions more than rows, as far as this role may maintain them. Not those that take long: a
 * rebuild that changes tables would have to wait. From PostgreSQL 17 on a table need not be one's own to be maintained.
 */
const DUE = `
  select format('%I.%I', nspname, relname) as name
  from pg_class c join pg_namespace n on n.oid = relnamespace
  where relkind = 'r' and nspname !~ '^pg_|^information_schema$' and pg_stat_get_dead_tuples(c.oid) > 100 + pg_stat_get_live_tuples(c.oid)
    and relpages < 64 * 1024 * 1024 / current_setting('block_size')::int
    and case when current_setting('server_version_num')::int >= 170000 then has_table_privilege(c.oid, 'MAINTAIN') end`

export type VacuumOptions = {
  /** Pools of the roles whose tables are looked after. */
  pools: readonly Sql[]
  /** Whose role may sort in the words of searches. */
  wordsSql: Sql
  locks: Locks
  onError: (error: Error, about: string) => void
  lookEveryMs?: number
}

/**
 * Removes the dead versions of rows that are updated all the time, in one worker of all, until stopped. PostgreSQL does
 * so in passing, except while a transaction lasts that writes in any database of the server: docs/decisions/0044. And
 * sorts in the words of searches, which otherwise whoever adds a row does now and then: docs/decisions/0053.
 */
export function startVacuuming(options: VacuumOptions): { stop: () => Promise<void> } {
  const { pools, wordsSql, lookEveryMs = LOOK_EVERY_MS } = options
  const stopping = new AbortController()
  const { signal } = stopping

  async function vacuum(): Promise<void> {
    const known: Tables[] = pools.map(() => new Map())
    while (!signal.aborted) {
      let isAnyDue = false
      for (const [at, sql] of pools.entries()) isAnyDue = (await vacuumDue(sql, known[at])) || isAnyDue
      await restUntil(signal, isAnyDue ? Math.min(LOOK_AGAIN_MS, lookEveryMs) : lookEveryMs)
    }
  }

  async function sortIn(): Promise<void> {
    while (!signal.aborted) {
      const tookMs = await sortInWords(wordsSql)
      await restUntil(signal, Math.max(lookEveryMs, tookMs * REST_OF_WORDS))
    }
  }

  const all = { ...options, signal }
  const running = Promise.all([inOneOfAll(all, 'vacuum', vacuum), inOneOfAll(all, 'words', sortIn)])
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** Until when tables are due, and until when they rest, by name, in ms as `performance.now()` counts them. */
type Tables = Map<string, { dueUntil: number; restsUntil: number }>

/**
 * Vacuums every table that is due and does not rest, and answers whether any is due. Tables that somebody locks are left
 * for the next time, and so are versions that a snapshot of this database may still see.
 */
export async function vacuumDue(sql: Sql, tables: Tables = new Map()): Promise<boolean> {
  const dueUntil = performance.now() + DUE_FOR_MS
  for (const { name } of await sql.unsafe<{ name: string }[]>(DUE)) {
    tables.set(name, { restsUntil: 0, ...tables.get(name), dueUntil })
  }
  for (const [name, { dueUntil, restsUntil }] of tables) {
    const started = performance.now()
    if (dueUntil < started) tables.delete(name)
    else if (restsUntil < started) {
      await sql.unsafe(`vacuum (skip_locked, truncate false, parallel 0) ${name}`)
      const ended = performance.now()
      tables.set(name, { dueUntil, restsUntil: ended + (ended - started) * REST_OF_A_TABLE })
    }
  }
  return tables.size > 0
}

/** Sorts in the words that the indexes of searches have gathered, and answers how many milliseconds it took. */
export async function sortInWords(sql: Sql): Promise<number> {
  const started = performance.now()
  await sql`select read.sort_in_words()`
  return performance.now() - started
}
