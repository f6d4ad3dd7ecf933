import { drizzleOver } from '../database/drizzle'
import type { Sql, TransactionSql } from '../database/postgres'
import { sentTogether } from '../database/sent-together'
import { type Ahead, type Last, type Link, settingLocally, transaction } from '../database/transaction'
import type { EventDefinitions } from '../log/event'
import { sealFacts } from '../log/log'
import { formatToken } from '../log/token'
import type { Asked, Decision, Given, WriteTx } from './command'
import { applyEffects, type Effects } from './effects'
import { type Answer, appendAndAnswer } from './ledger'

export type Call<Input = unknown> = Asked<Input> & { name: string; fingerprint: string }

export type Carrying = {
  sql: Sql
  definitions: EventDefinitions
  effects: Effects
  epoch: string
  /** Where it is said, right behind the commit, that there are new events. */
  channel?: string | undefined
}

/** Of several in one transaction, one that has to wait for a lock would hold up the others: then each goes alone. */
const IMPATIENTLY = settingLocally({ lock_timeout: '100' })

/**
 * Carries calls out in one transaction: load and lock, decide, record (effects on the tables, rows in the log, answers in
 * the ledger). All of them, or none where it throws: a refusal is an answer.
 */
export async function carryOut<Input>(
  { sql, definitions, effects, epoch, channel }: Carrying,
  calls: readonly Call<Input>[],
  decide: (tx: WriteTx) => Promise<readonly Decision[]>,
): Promise<Answer[]> {
  const act = async (own: TransactionSql, last: Last, { behind }: Pick<Link<Ahead>, 'behind'>) => {
    const tx = writeTxOver(own)
    const decisions = await decide(tx)
    const facts = decisions.map((one) => ('events' in one ? one.events : []))
    const attributed = facts.flatMap((events, index) =>
      events.map((event) => ({ ...event, by: givenOf(calls, index) })),
    )
    const [sealed] = await sentTogether([
      sealFacts(own, definitions, attributed),
      attributed.length > 0 && applyEffects(tx, effects, facts),
    ])
    const answers = decisions.map(toAnswer)
    const kept = calls.map((call, index) => ({ ...call, answer: answers[index] }))
    if (channel && attributed.length > 0) behind(`notify ${channel}`)
    const ends = await last(appendAndAnswer(own, sealed, kept, epoch))
    const tokens = new Map(ends.map(({ commandId, ...end }) => [commandId, formatToken({ epoch, ...end })]))
    return answers.map((answer, index) => ({ ...answer, token: tokens.get(givenOf(calls, index).commandId) ?? null }))
  }
  return transaction(sql, act, '', calls.length > 1 ? IMPATIENTLY : [])
}

function givenOf(calls: readonly Call[], index: number): Given {
  const call = calls[index]
  if (!call) throw new Error('There are more decisions than commands.')
  return call.given
}

function toAnswer(decision: Decision): Omit<Answer, 'token'> {
  return 'rejection' in decision ? { rejection: decision.rejection } : { result: decision.result }
}

/** Drizzle is made for those who use it: the commands that have to be quick do without. */
function writeTxOver(sql: TransactionSql): WriteTx {
  let db: WriteTx['db'] | undefined
  return {
    sql,
    get db() {
      db ??= drizzleOver(sql)
      return db
    },
  }
}
