import type { Locks } from './locks'
import { inOneOfAll, restUntil } from './one-of-all'
import type { Sql } from './postgres'

const LOOK_EVERY_MS = 500
/** Where something was due, more soon is. */
const LOOK_AGAIN_MS = 100
/** It rests so much longer than it worked: a twentieth of one processor at most, also where nothing can be removed. */
const REST_FOR_WORK = 20

/**
 * Tables with a hundred dead versions more than rows, as far as this role may maintain them. Not those that take long: a
 * rebuild that changes tables would have to wait. From PostgreSQL 17 on a table need not be one's own to be maintained.
 */
const DUE = `
  select format('%I.%I', nspname, relname) as name
  from pg_class c join pg_namespace n on n.oid = relnamespace
  where relkind = 'r' and pg_stat_get_dead_tuples(c.oid) > 100 + pg_stat_get_live_tuples(c.oid)
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

  async function vacuumAll(): Promise<number> {
    let workedMs = 0
    for (const sql of pools) workedMs += await vacuumDue(sql)
    return workedMs
  }

  /** Works, and rests at least as long as it is told to, until stopped. */
  const goOn = (work: () => Promise<number>, restMs: (workedMs: number) => number) => async () => {
    while (!signal.aborted) {
      const workedMs = await work()
      await restUntil(signal, Math.max(restMs(workedMs), workedMs * REST_FOR_WORK))
    }
  }
  const vacuum = goOn(vacuumAll, (workedMs) => (workedMs > 0 ? Math.min(LOOK_AGAIN_MS, lookEveryMs) : lookEveryMs))
  const sortIn = goOn(
    () => sortInWords(wordsSql),
    () => lookEveryMs,
  )

  const all = { ...options, signal }
  const running = Promise.all([inOneOfAll(all, 'vacuum', vacuum), inOneOfAll(all, 'words', sortIn)])
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/**
 * Vacuums every table that is due, and answers how many milliseconds it took. Tables that somebody locks are left for the
 * next time, and so are versions that a snapshot of this database may still see.
 */
export async function vacuumDue(sql: Sql): Promise<number> {
  const due = await sql.unsafe<{ name: string }[]>(DUE)
  if (due.length === 0) return 0
  const started = performance.now()
  for (const { name } of due) await sql.unsafe(`vacuum (skip_locked, truncate false, parallel 0) ${name}`)
  return performance.now() - started
}

/** Sorts in the words that the indexes of searches have gathered, and answers how many milliseconds it took. */
export async function sortInWords(sql: Sql): Promise<number> {
  const started = performance.now()
  await sql`select read.sort_in_words()`
  return performance.now() - started
}
