import { Counter, Gauge, Registry } from 'prom-client'
import type { Standing } from '@/server/engine/survey'

/** What is found out when somebody asks. `readers` is null where the database did not tell. */
export type Findings = { readers: readonly Standing[] | null; isQueueUp: boolean; openStreams: number }

/** Findings as text for Prometheus. They are made anew each time: what is not known now is not told from memory. */
export async function tellFindings({ readers, isQueueUp, openStreams }: Findings): Promise<string> {
  const registry = new Registry()
  gauge(registry, 'queue_up', 'Whether the queue answers this process.').set(Number(isQueueUp))
  gauge(registry, 'streams_open', 'Browsers that listen to this process.').set(openStreams)
  gauge(registry, 'readers_known', 'Whether the log and the checkpoints could be read.').set(Number(readers !== null))
  const labelNames = ['reader', 'kind'] as const
  const lagEvents = gauge(registry, 'reader_lag_events', 'Events not seen, up to 10000.', labelNames)
  const lagSeconds = gauge(registry, 'reader_lag_seconds', 'For how long the oldest event not seen waits.', labelNames)
  const parked = gauge(registry, 'reader_parked_keys', 'Keys that wait because the reader failed.', labelNames)
  const moves = new Counter({
    name: 'tidemark_reader_checkpoint_moves_total',
    help: 'How often the checkpoint moved.',
    labelNames,
    registers: [registry],
  })
  for (const { reader, kind, ...found } of readers ?? []) {
    lagEvents.set({ reader, kind }, found.behind)
    lagSeconds.set({ reader, kind }, found.lagMs / 1000)
    parked.set({ reader, kind }, found.parked)
    moves.inc({ reader, kind }, found.moves)
  }
  return registry.metrics()
}

function gauge<Label extends string>(registry: Registry, name: string, help: string, labelNames?: readonly Label[]) {
  return new Gauge({ name: `tidemark_${name}`, help, labelNames: labelNames ?? [], registers: [registry] })
}
