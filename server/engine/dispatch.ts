import { createHash } from 'node:crypto'
import type { Command, Decision, Given, Rejection, WriteTx } from './command'
import { drizzleOver } from './drizzle'
import type { Actor, EventDefinitions, Fact } from './event'
import { appendAndAnswer, type Entry, findAnswer, keepAnswer, type StoredAnswer } from './ledger'
import { readEpoch, sealFacts } from './log'
import type { Sql } from './postgres'
import { sentTogether } from './sent-together'
import { formatToken } from './token'
import { type Last, transaction } from './transaction'

/**
 * How each type of event changes the normalised tables: the only way they change. The effects of one command's events
 * go out together, in the order of the events, so an effect whose statements wait for each other must not lie before
 * another one on the same rows.
 */
export type Effects = Record<string, (tx: WriteTx, event: Fact, given: Given) => Promise<unknown>>

/** The effects of one union of facts, each with its own type: a noun's file exports one, the registry joins them. */
export type EffectsOf<F extends Fact> = {
  [Type in F['type']]: (tx: WriteTx, event: Extract<F, { type: Type }>, given: Given) => Promise<unknown>
}

/** `token` is null when nothing was committed for it to point at. */
export type Reply<Result = unknown> =
  | { ok: true; result: Result; token: string | null }
  | { ok: false; rejection: Rejection; token: null }

export type Envelope = {
  /** UUIDv7 made by the caller; the same id is carried out once, however often it is sent. */
  id: string
  input: unknown
  actor: Actor
  /** When it happened, ISO 8601 UTC. Only imports of a history say so; everybody else's clock is the server's. */
  at?: string
}

export type Dispatcher = {
  dispatch: <Input, State, F extends Fact, Result>(
    command: Command<Input, State, F, Result>,
    envelope: Envelope,
  ) => Promise<Reply<Result>>
}

export type DispatcherOptions = {
  sql: Sql
  definitions: EventDefinitions
  effects: Effects
  /** Called after each commit that appended events. Must neither wait nor throw. */
  onCommitted: () => void
}

/**
 * Carries commands out, each in one transaction: load and lock, decide, record (effects on the tables and rows in the
 * log), write the ledger, commit, wake the projections (design: one picture, section 4).
 *
 * The ledger row is written last, with the answer in it, instead of first and changed later: whoever comes second with
 * the same id collides on it, loses everything it did, and gets the stored answer. Nobody looks for an answer first:
 * commands that come twice are few, and every other one would pay for them.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { sql, onCommitted } = options
  let epoch: Promise<string> | undefined

  return {
    async dispatch(command, envelope) {
      const parsed = command.input.safeParse(envelope.input)
      if (!parsed.success)
        return refused({ code: 'InvalidInput', command: command.name, issues: issuesOf(parsed.error) })
      if (!command.permits(envelope.actor)) return refused({ code: 'NotPermitted', command: command.name })

      const fingerprint = fingerprintOf(command.name, parsed.data, envelope.actor)
      const given: Given = {
        commandId: envelope.id,
        at: envelope.at ?? new Date().toISOString(),
        actor: envelope.actor,
      }
      epoch ??= readEpoch(sql).catch((error) => {
        epoch = undefined
        throw error
      })
      const knownEpoch = await epoch
      try {
        const reply = await transaction(sql, async (tx, last) => {
          const writeTx: WriteTx = { sql: tx, db: drizzleOver(tx) }
          const state = await command.load(writeTx, parsed.data, given)
          const decision = command.decide(state, parsed.data, given)
          const entry = { name: command.name, fingerprint, given }
          return record(options, { ...writeTx, last }, decision, entry, knownEpoch)
        })
        if (reply.token) onCommitted()
        return reply as never
      } catch (error) {
        const stored = await findAnswer(sql, envelope.id)
        if (stored) return replyFrom(stored, fingerprint) as never
        throw error
      }
    },
  }
}

/** Writes what was decided: effects, log and ledger. */
async function record(
  { definitions, effects }: DispatcherOptions,
  { last, ...tx }: WriteTx & { last: Last },
  decision: Decision,
  entry: Entry,
  epoch: string,
): Promise<Reply> {
  if ('rejection' in decision) {
    await last(keepAnswer(tx.sql, entry, { rejection: decision.rejection, token: null }))
    return refused(decision.rejection)
  }
  const { events, result } = decision
  if (events.length === 0) {
    await last(keepAnswer(tx.sql, entry, { result, token: null }))
    return { ok: true, result, token: null }
  }
  const [facts] = await sentTogether([
    sealFacts(tx.sql, definitions, events),
    ...events.map((event) => effectOf(effects, event)(tx, event, entry.given)),
  ])
  const [at] = await last(appendAndAnswer(tx.sql, facts, entry, { result, epoch }))
  if (!at) throw new Error('An append needs at least one event.')
  return { ok: true, result, token: formatToken({ epoch, ...at }) }
}

function effectOf(effects: Effects, event: Fact): Effects[string] {
  const effect = effects[event.type]
  if (!effect) throw new Error(`Nothing says how ${event.type} changes the tables: add its effect to the registry.`)
  return effect
}

function replyFrom({ fingerprint, answer }: StoredAnswer, expected: string): Reply {
  if (fingerprint !== expected) return refused({ code: 'CommandIdReused' })
  if (answer.rejection) return refused(answer.rejection)
  return { ok: true, result: answer.result, token: answer.token }
}

function refused(rejection: Rejection): { ok: false; rejection: Rejection; token: null } {
  return { ok: false, rejection, token: null }
}

function issuesOf(error: { issues: { path: PropertyKey[]; message: string }[] }): { path: string; message: string }[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
}

/** Same command, same input, same person. Keys are sorted so that the order in which a client writes them is nothing. */
function fingerprintOf(name: string, input: unknown, actor: Actor): string {
  const text = JSON.stringify([name, actor.kind, actor.id, input], (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(text).digest('base64url')
}
