import { drizzleOver } from '../database/drizzle'
import type { Sql, TransactionSql } from '../database/postgres'
import { sentTogether } from '../database/sent-together'
import { transaction } from '../database/transaction'
import { findStanding, type Standing } from '../log/checkpoint'
import type { Actor, EventDefinitions, Fact } from '../log/event'
import { readTail } from '../log/log'
import { type Answer, covers, type Mark } from '../log/mark'
import { formatToken, parseToken, type Token } from '../log/token'
import { nameOf } from '../projections/members'
import { foldPartitions } from './partitioned-answer'
import type { Query } from './query'

/** How long a read waits for its projection before it catches up by itself. */
const PATIENCE_MS = 250
/** Looked at again without a notification: a replica may show a checkpoint later than the primary announced it. */
const GLANCE_MS = 50

export type ReaderOptions = {
  /** The read side, possibly a lagging replica. */
  sql: Sql
  /** A connection that may read the log, for the catch-up. */
  log: Sql
  definitions: EventDefinitions
  /** Resolves when the projection announces a new mark, or after the time given. */
  waitForMark: (projection: string, ms: number) => Promise<void>
}

/** What the asker did: commits that the answer shall contain, and commands of which no reply has come yet. */
export type Own = { tokens?: readonly Token[]; open?: readonly string[] }

export type Reader = {
  answer: <Input, Data, F extends Fact>(
    query: Query<Input, Data, F>,
    request: { input: unknown; actor: Actor } & Own,
  ) => Promise<AnswerOrRefusal<Data>>
}

export type AnswerOrRefusal<Data> =
  | ({ ok: true } & Answer<Data>)
  | { ok: false; code: 'InvalidInput' | 'NotPermitted'; message: string }

/** Answers queries with read-your-writes: waits a little for the tokens' commits, then folds them in by itself. */
export function createReader(options: ReaderOptions): Reader {
  return {
    async answer(query, { input, actor, tokens = [], open = [] }) {
      const parsed = query.input.safeParse(input)
      if (!parsed.success) return { ok: false, code: 'InvalidInput', message: parsed.error.message }
      if (!query.permits(actor, parsed.data)) {
        return { ok: false, code: 'NotPermitted', message: `Not permitted: ${query.name}` }
      }
      const committed = Object.values(await findTokens(options.log, open)).flatMap(
        (text) => parseToken(text ?? '') ?? [],
      )
      const answer = await readCovering(options, query, parsed.data, actor, [...tokens, ...committed])
      // Looked up again after the rows were read: what has no token by now cannot be in them.
      if (open.length > 0) answer.told = await findTokens(options.log, open)
      if (query.complete) answer.data = await query.complete(answer.data, options.log)
      return { ok: true, ...answer }
    },
  }
}

/** The token of each command that has committed something, else null. */
async function findTokens(log: Sql, ids: readonly string[]): Promise<Record<string, string | null>> {
  if (ids.length === 0) return {}
  const rows = await log<{ id: string; token: string | null }[]>`
    select id, answer->>'token' as token from write.command_ledger where id = any(${[...ids]}::uuid[])`
  const found = new Map(rows.map(({ id, token }) => [id, token]))
  return Object.fromEntries(ids.map((id) => [id, found.get(id) ?? null]))
}

async function readCovering<Input, Data, F extends Fact>(
  options: ReaderOptions,
  query: Query<Input, Data, F>,
  input: Input,
  actor: Actor,
  tokens: readonly Token[],
): Promise<Answer<Data>> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const { answer, standing } = await readOnce(options, query, input, actor)
    const missing = tokens.filter((token) => !covers(answer.mark, token))
    if (answer.mark.others) return foldPartitions(options, query, { input, actor, tokens: missing }, answer, standing)
    if (missing.length === 0) return answer
    const left = deadline - performance.now()
    if (left <= 0) return foldTail(options, query, input, actor, answer, missing)
    await options.waitForMark(query.projection, Math.min(left, GLANCE_MS))
  }
}

/** While this is held no tables change places: names and snapshot then belong together (docs/decisions/0032). */
const HOLD_TABLES = 'lock table read.table_set in access share mode'

/** Mark and rows in one snapshot, so that the mark says neither more nor less than the rows contain. */
async function readOnce<Input, Data, F extends Fact>(
  { sql }: ReaderOptions,
  query: Query<Input, Data, F>,
  input: Input,
  actor: Actor,
): Promise<{ answer: Answer<Data>; standing: Standing }> {
  const readAll = async (tx: TransactionSql) => {
    const finding = findStanding(tx, query.projection)
    const settings = finding.then(({ checkpoints }) => checkpoints[0]?.settings ?? '')
    settings.catch(() => {})
    const [standing, data] = await sentTogether([finding, query.read(drizzleOver(tx), input, actor, { settings })])
    return { standing, data }
  }
  const { standing, data } = await transaction(sql, readAll, ' isolation level repeatable read read only', [
    HOLD_TABLES,
  ])
  const mark = markOf(query.projection, standing)
  return { answer: { data, mark, ...(standing.parked && { parked: standing.parked }) }, standing }
}

function markOf(projection: string, { checkpoints }: Standing): Mark {
  const [first, ...rest] = checkpoints
  if (!first) throw new Error(`The projection ${projection} has no checkpoint yet: start the worker once.`)
  const { epoch, snapshot, target, reached } = first
  const counter = checkpoints.reduce((sum, one) => sum + one.counter, 0)
  const elsewhere = rest.filter((one) => nameOf(one) !== nameOf(first))
  const others = elsewhere.map((one) => ({ snapshot: one.snapshot, target: one.target, reached: one.reached }))
  return { projection, epoch, counter, snapshot, target, reached, ...(others.length > 0 && { others }) }
}

async function foldTail<Input, Data, F extends Fact>(
  { log, definitions }: ReaderOptions,
  query: Query<Input, Data, F>,
  input: Input,
  actor: Actor,
  { data, mark, parked }: Answer<Data>,
  missing: readonly Token[],
): Promise<Answer<Data>> {
  const events = await readTail(log, definitions, { tokens: missing, actorId: actor.id }, [mark])
  return {
    data: events
      .filter((event) => query.handles.includes(event.type))
      .reduce((folded, event) => query.apply(folded, event as never, input, actor), data),
    mark,
    ...(parked && { parked }),
    folded: Object.fromEntries(events.map((event) => [event.commandId, formatToken({ epoch: mark.epoch, ...event })])),
  }
}
