import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Observer } from '@/server/engine/watching/observe'

/** Seconds, from what a warm cache takes to what nobody waits for. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export type Instruments = { registry: Registry; observer: Observer }

/** What a process counts of its own work, with the figures of the process itself. */
export function createInstruments(): Instruments {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const observer = { ...askedFor(registry), ...doneByItself(registry) }
  return { registry, observer }
}

function askedFor(registry: Registry): Pick<Observer, 'onCommand' | 'onQuery'> {
  const commands = count(registry, 'commands_total', 'Commands, by what came of them.', ['command', 'outcome'])
  const commandTime = time(registry, 'command_duration_seconds', 'From a command to its reply.', ['command'])
  const queries = count(registry, 'queries_total', 'Queries, by what came of them.', ['query', 'outcome'])
  const queryTime = time(registry, 'query_duration_seconds', 'From a query to its answer.', ['query'])
  const waited = count(registry, 'queries_waited_total', 'Queries that waited for their projection.', ['query'])
  const folded = count(registry, 'queries_folded_total', 'Queries that folded own commits in.', ['query'])
  return {
    onCommand({ command, outcome, ms }) {
      commands.inc({ command, outcome })
      commandTime.observe({ command }, ms / 1000)
    },
    onQuery({ query, outcome, ms, ...seen }) {
      queries.inc({ query, outcome })
      queryTime.observe({ query }, ms / 1000)
      if (seen.waits > 0) waited.inc({ query })
      if (seen.folded > 0) folded.inc({ query })
    },
  }
}

function doneByItself(registry: Registry): Pick<Observer, 'onStep' | 'onReaction'> {
  const events = count(registry, 'projection_events_total', 'Events handed to projections, retries included.', [
    'projection',
    'outcome',
  ])
  const stepTime = time(registry, 'projection_batch_duration_seconds', 'A batch, without its commit.', ['projection'])
  const reactions = count(registry, 'reactions_total', 'Reactions of policies, retries included.', [
    'policy',
    'outcome',
  ])
  const reactionTime = time(registry, 'reaction_duration_seconds', 'One reaction of a policy.', ['policy'])
  return {
    onStep({ projection, outcome, ms, ...seen }) {
      events.inc({ projection, outcome }, seen.events.length)
      stepTime.observe({ projection }, ms / 1000)
    },
    onReaction({ policy, outcome, ms }) {
      reactions.inc({ policy, outcome })
      reactionTime.observe({ policy }, ms / 1000)
    },
  }
}

function count<Label extends string>(registry: Registry, name: string, help: string, labelNames: Label[]) {
  return new Counter({ name: `tidemark_${name}`, help, labelNames, registers: [registry] })
}

function time<Label extends string>(registry: Registry, name: string, help: string, labelNames: Label[]) {
  return new Histogram({ name: `tidemark_${name}`, help, labelNames, buckets: BUCKETS, registers: [registry] })
}
