import type { Dispatcher } from '../commands/dispatch'
import type { Recorded } from '../log/event'
import { isUnderWay, type Projection } from '../projections/projection'
import { createReader, type Reader, type ReaderOptions } from '../queries/answer'
import type { Policy } from '../reactions/policy'

export type CommandSeen = { command: string; commandId: string; outcome: 'accepted' | 'refused' | 'failed'; ms: number }
/** `waits`: how often it waited for its projection; `folded`: commits that were folded in because it came too late. */
export type QuerySeen = {
  query: string
  outcome: 'answered' | 'refused' | 'failed'
  ms: number
  waits: number
  folded: number
}
/** A batch that a projection's statements were sent for. It counts again where its transaction is rolled back and retried. */
export type StepSeen = {
  projection: string
  events: readonly Recorded[]
  outcome: 'applied' | 'failed'
  ms: number
}
export type ReactionSeen = { policy: string; event: Recorded; outcome: 'done' | 'failed'; ms: number }

/** Who watches the engine at work, for figures and traces. Must neither wait nor throw. */
export type Observer = {
  onCommand: (seen: CommandSeen) => void
  onQuery: (seen: QuerySeen) => void
  onStep: (seen: StepSeen) => void
  onReaction: (seen: ReactionSeen) => void
}

/** The same dispatcher, which tells of every command. */
export function observeCommands(dispatcher: Dispatcher, onCommand: Observer['onCommand']): Dispatcher {
  return {
    async dispatch(command, envelope) {
      const msPassed = startClock()
      const tell = (outcome: CommandSeen['outcome']) =>
        onCommand({ command: command.name, commandId: envelope.id, outcome, ms: msPassed() })
      return told(dispatcher.dispatch(command, envelope), (reply) => (reply.ok ? 'accepted' : 'refused'), tell)
    },
  }
}

/** A reader which tells of every answer. */
export function createObservedReader(options: ReaderOptions, onQuery: Observer['onQuery']): Reader {
  return {
    async answer(query, request) {
      const msPassed = startClock()
      const seen = { waits: 0, folded: 0 }
      const waitForMark: ReaderOptions['waitForMark'] = (projection, ms) => {
        seen.waits += 1
        return options.waitForMark(projection, ms)
      }
      const tell = (outcome: QuerySeen['outcome']) => onQuery({ query: query.name, outcome, ms: msPassed(), ...seen })
      const answering = createReader({ ...options, waitForMark }).answer(query, request)
      return told(
        answering,
        (answer) => {
          if (!answer.ok) return 'refused'
          seen.folded = Object.keys(answer.folded ?? {}).length
          return 'answered'
        },
        tell,
      )
    },
  }
}

/** The same projections, which tell of every batch. */
export function observeProjections(projections: readonly Projection[], onStep: Observer['onStep']): Projection[] {
  return projections.map((projection) => ({
    ...projection,
    async apply(tx, events) {
      const msPassed = startClock()
      const tell = (outcome: StepSeen['outcome']) =>
        onStep({ projection: projection.name, events, outcome, ms: msPassed() })
      // What is under way still is told of when it is written.
      const outcomeOf = (applied: Awaited<ReturnType<Projection['apply']>>) => (isUnderWay(applied) ? null : 'applied')
      const applied = await told(projection.apply(tx, events), outcomeOf, tell)
      if (isUnderWay(applied)) told(applied.written, () => 'applied', tell).catch(() => {})
      return applied
    },
  }))
}

/** The same policies, which tell of every reaction. */
export function observePolicies(policies: readonly Policy[], onReaction: Observer['onReaction']): Policy[] {
  return policies.map((policy) => ({
    ...policy,
    react(event) {
      const msPassed = startClock()
      const tell = (outcome: ReactionSeen['outcome']) =>
        onReaction({ policy: policy.name, event, outcome, ms: msPassed() })
      return told(policy.react(event), () => 'done', tell)
    },
  }))
}

/** Hands on what comes of it, and tells the outcome if it has one yet: also of what throws. */
async function told<Value, const Outcome extends string>(
  work: Promise<Value>,
  outcomeOf: (value: Value) => Outcome | null,
  tell: (outcome: Outcome | 'failed') => void,
): Promise<Value> {
  try {
    const value = await work
    const outcome = outcomeOf(value)
    if (outcome) tell(outcome)
    return value
  } catch (error) {
    tell('failed')
    throw error
  }
}

function startClock(): () => number {
  const began = performance.now()
  return () => performance.now() - began
}
