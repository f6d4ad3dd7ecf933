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
export function transaction<Done>(
  sql: Sql,
  act: (tx: TransactionSql, last: Last, link: Pick<Link<Ahead>, 'behind'>) => Promise<Done>,
  isolation: Isolation = '',
  opening: readonly string[] = [],
): Promise<Done> {
  return chainOfTransactions(sql, isolation, opening).transaction(act)
}

/** What was asked ahead of time. `answered`: nothing more is sent for it. */
export type Ahead = { answered: Promise<unknown> }

export type Link<Asked extends Ahead> = {
  /** What the transaction before this one asked for it, in this one's snapshot. */
  asked: Asked | undefined
  /** To be called before `last`: the next transaction is to begin with this, sent behind the COMMIT of this one. */
  goOn: (ask: (tx: TransactionSql) => Asked) => void
  /**
   * To be called before `last`: this statement is sent behind the COMMIT, whatever becomes of that, as a transaction of its
   * own for which nobody waits.
   */
  behind: (statement: string) => void
}

type Act<Done, Asked extends Ahead> = (tx: TransactionSql, last: Last, link: Link<Asked>) => Promise<Done>

export type Chain<Asked extends Ahead> = {
  /** `isWanted`: whether what was asked is what is needed now. Otherwise it is given up, and asked anew. */
  transaction: <Done>(act: Act<Done, Asked>, isWanted?: (asked: Asked) => boolean) => Promise<Done>
  /** Ends a transaction that was begun ahead, if there is one: nobody goes on with it. */
  giveUp: () => Promise<void>
}

/**
 * Transactions one after another, of which one may begin the next: what that will ask first travels with the COMMIT, and
 * is answered with it. The next must follow soon or be given up, since it holds a snapshot and locks. One that was begun
 * behind a COMMIT that failed is ended with it.
 */
export function chainOfTransactions<Asked extends Ahead>(
  sql: Sql,
  isolation: Isolation = '',
  opening: readonly string[] = [],
): Chain<Asked> {
  const begin = [`begin${isolation}`, ...opening].join('; ')
  let next: { own: Reserved; asked: Asked } | null = null

  async function giveUp(): Promise<void> {
    const given = next
    next = null
    if (!given) return
    await given.asked.answered.catch(() => {})
    if (await isUsable(given.own, false, null)) given.own.release()
  }

  async function carryOut<Done>(act: Act<Done, Asked>, isWanted = (_: Asked) => true): Promise<Done> {
    if (next && !isWanted(next.asked)) await giveUp()
    const taken = next
    next = null
    const own = taken?.own ?? (await sql.reserve())
    const begun = taken ? Promise.resolve() : own.unsafe(begin).execute()
    begun.catch(() => {})
    const tx = own as unknown as TransactionSql
    let isOver = false
    let ask: ((tx: TransactionSql) => Asked) | null = null
    let following: string | null = null
    const last: Last = async (statement, ...others) => {
      await begun
      isOver = true
      const done = sentTogether([statement, ...others, own.unsafe('commit')])
      // Taken up in the same way, and so sent in this order.
      if (following) Promise.resolve(own.unsafe(following)).catch(() => {})
      if (ask) {
        const opened = Promise.resolve(own.unsafe(begin))
        opened.catch(() => {})
        const asked = ask(tx)
        asked.answered.catch(() => {})
        next = { own, asked }
      }
      const [rows] = await done
      return rows
    }
    const goOn: Link<Asked>['goOn'] = (asking) => {
      ask = asking
    }
    const behind: Link<Asked>['behind'] = (statement) => {
      following = statement
    }
    try {
      const done = await act(tx, last, { asked: taken?.asked, goOn, behind })
      await begun
      if (isolation === SNAPSHOT_TO_READ) {
        await endUnwatched(own)
        return done
      }
      if (!isOver) await own.unsafe('commit')
      if (!next) own.release()
      return done
    } catch (error) {
      if (next) await giveUp()
      else if (await isUsable(own, isOver, error)) own.release()
      throw error
    }
  }

  return { transaction: carryOut, giveUp }
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
