import type { Sql } from '../database/postgres'
import type { Actor, EventDefinitions, Fact } from '../log/event'
import { readEpoch } from '../log/log'
import { gather } from '../pacing/gather'
import { type Call, carryOut } from './carry-out'
import type { Command, Decision, Rejection } from './command'
import type { Effects } from './effects'
import { fingerprintOf } from './fingerprint'
import { type Answer, findAnswer } from './ledger'

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
  /**
   * A channel on which each commit that appended events is notified. The notification is sent behind the COMMIT on its
   * connection: it goes out when that is done, and takes no journey of its own.
   */
  channel?: string
  /** Called after each commit that appended events. Must neither wait nor throw. */
  onCommitted: () => void
}

type Carry = (call: Call) => Promise<Reply>

/**
 * Carries commands out, each in one transaction: load and lock, decide, record (effects on the tables and rows in the
 * log), write the ledger, commit, wake the projections (design: one picture, section 4). Those that say how share a
 * transaction with what is asked for at the same time.
 *
 * The ledger row is written last, with the answer in it, instead of first and changed later: whoever comes second with
 * the same id collides on it, loses everything it did, and gets the stored answer. Nobody looks for an answer first:
 * commands that come twice are few, and every other one would pay for them.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const epochOf = once(() => readEpoch(options.sql))
  const gathered = new Map<string, Carry>()

  async function carry(calls: readonly Call[], decide: Parameters<typeof carryOut>[2]): Promise<Answer[]> {
    const answers = await carryOut({ ...options, epoch: await epochOf() }, calls, decide)
    if (answers.some(({ token }) => token)) options.onCommitted()
    return answers
  }

  async function alone({ load, decide }: Command, call: Call): Promise<Reply> {
    const { input, given } = call
    try {
      const [answer] = await carry([call], async (tx) => [decide(await load(tx, input, given), input, given)])
      return replyFrom(answer)
    } catch (error) {
      const stored = await findAnswer(options.sql, given.commandId)
      if (!stored) throw error
      return stored.fingerprint === call.fingerprint ? replyFrom(stored.answer) : refused({ code: 'CommandIdReused' })
    }
  }

  function carryOf(command: Command): Carry {
    const { name, together } = command
    if (!together) return (call) => alone(command, call)
    const known = gathered.get(name)
    if (known) return known
    const carryTogether = gather<Call, Reply>({
      about: together.about,
      together: async (calls) => {
        const answers = await carry(calls, async (tx) => decideInTurn(command, calls, await together.load(tx, calls)))
        return answers.map(replyFrom)
      },
      alone: (call) => alone(command, call),
    })
    gathered.set(name, carryTogether)
    return carryTogether
  }

  return {
    async dispatch(command, envelope) {
      const { name } = command
      const { id, actor, at = new Date().toISOString() } = envelope
      const parsed = command.input.safeParse(envelope.input)
      if (!parsed.success) return refused({ code: 'InvalidInput', command: name, issues: issuesOf(parsed.error) })
      if (!command.permits(actor)) return refused({ code: 'NotPermitted', command: name })
      const call = {
        name,
        input: parsed.data,
        given: { commandId: id, at, actor },
        fingerprint: fingerprintOf(name, parsed.data, actor),
      }
      return (await carryOf(command as unknown as Command)(call)) as never
    },
  }
}

/** Each is decided on what those before it leave. */
function decideInTurn(
  { decide, together }: Command,
  calls: readonly Call[],
  states: readonly unknown[],
): readonly Decision[] {
  const events: Fact[] = []
  return calls.map(({ input, given }, index) => {
    const state = together?.after?.(states[index], events) ?? states[index]
    const decision = decide(state, input, given)
    if ('events' in decision) events.push(...decision.events)
    return decision
  })
}

/** Asks for something until it is there, and then no more. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined
  return () => {
    asked ??= ask().catch((error) => {
      asked = undefined
      throw error
    })
    return asked
  }
}

function replyFrom(answer: Answer | undefined): Reply {
  if (!answer) throw new Error('A command was carried out and not answered.')
  return answer.rejection ? refused(answer.rejection) : { ok: true, result: answer.result, token: answer.token }
}

function refused(rejection: Rejection): { ok: false; rejection: Rejection; token: null } {
  return { ok: false, rejection, token: null }
}

function issuesOf(error: { issues: { path: PropertyKey[]; message: string }[] }): { path: string; message: string }[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
}
