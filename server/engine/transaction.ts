import type { PendingQuery, Row } from 'postgres'
import type { Sql, TransactionSql } from './postgres'
import { sentTogether } from './sent-together'

/**
 * Sends a transaction's last statements together with its COMMIT, and answers the first one's rows when all are done. A
 * statement that fails makes a ROLLBACK of it.
 */
export type Last = <Rows extends readonly Row[]>(
  statement: PendingQuery<Rows & Row[]>,
  ...others: PendingQuery<Row[]>[]
) => Promise<Rows>

const SNAPSHOT_TO_READ = ' isolation level repeatable read read only'
type Isolation = '' | ' isolation level repeatable read' | typeof SNAPSHOT_TO_READ

/** Settings of PostgreSQL till the end of a transaction, as its opening. The values are written as they are. */
export function settingLocally(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).map(([name, value]) => `set local ${name} = ${value}`)
}

/**
 * A transaction that saves two journeys to the server: its BEGIN travels with its first statements, and its COMMIT with
 * the one that is said to be the last. Whoever sends statements at once must wait for all of them (`sentTogether`).
 * `opening`: what is done with the BEGIN, before there is a snapshot.
 */
export async function transaction<Done>(
  sql: Sql,
  act: (tx: TransactionSql, last: Last) => Promise<Done>,
  isolation: Isolation = '',
  opening: readonly string[] = [],
): Promise<Done> {
  const own = await sql.reserve()
  const begun = own.unsafe([`begin${isolation}`, ...opening].join('; ')).execute()
  begun.catch(() => {})
  let isOver = false
  const last: Last = async (statement, ...others) => {
    await begun
    isOver = true
    const [rows] = await sentTogether([statement, ...others, own.unsafe('commit')])
    return rows
  }
  try {
    const done = await act(own as unknown as TransactionSql, last)
    await begun
    if (isolation === SNAPSHOT_TO_READ) {
      await endUnwatched(own)
      return done
    }
    if (!isOver) await own.unsafe('commit')
    own.release()
    return done
  } catch (error) {
    if (await isUsable(own, isOver, error)) own.release()
    throw error
  }
}

type Reserved = Awaited<ReturnType<Sql['reserve']>>

/**
 * What was read is read: nobody need wait for the end. But it must have been sent before the connection is given back,
 * which the driver does one turn after it was told to: whoever came next would read in this old snapshot.
 */
async function endUnwatched(own: Reserved): Promise<void> {
  own
    .unsafe('commit')
    .execute()
    .catch(() => {})
  await null
  own.release()
}

/** Ends what failed. A connection that is lost is not given back: the pool has taken it back itself, to open it anew. */
async function isUsable(own: Reserved, isOver: boolean, error: unknown): Promise<boolean> {
  if (isLost(error)) return false
  if (isOver) return true
  try {
    await own.unsafe('rollback')
    return true
  } catch (failure) {
    return !isLost(failure)
  }
}

function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (isLost(error.cause)) return true
  const code = 'code' in error ? String(error.code) : ''
  return code.startsWith('CONNECTION_') || code.startsWith('08') || code.startsWith('57P0') || /^E[A-Z]+$/.test(code)
}
