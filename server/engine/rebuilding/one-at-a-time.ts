import type { Sql } from '../database/postgres'

/** One rebuild runs at a time, whoever asks for it: each gets the machine to itself, but for the shop. */
const LOCK = `hashtextextended('tidemark rebuild', 0)`

/**
 * Works on sets of tables unless somebody else does. The lock is held by a session and by no transaction, however long
 * the work takes, and lost with its connection. The statements have no parameters, because those that have are answered
 * before the connection is ready for somebody else.
 */
export async function whileNobodyElse(sql: Sql, work: () => Promise<void>): Promise<void> {
  const own = await sql.reserve()
  let isLost = false
  try {
    const [lock] = await own.unsafe<{ held: boolean }[]>(`select pg_try_advisory_lock(${LOCK}) as held`)
    if (!lock?.held) return
    try {
      await work()
    } finally {
      await own.unsafe(`select pg_advisory_unlock(${LOCK})`).catch(() => {
        isLost = true
      })
    }
  } finally {
    if (!isLost) own.release()
  }
}
