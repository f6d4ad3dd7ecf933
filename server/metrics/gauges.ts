import { Counter, Gauge, Registry } from 'prom-client'
import type { AuditStanding } from '@/server/engine/audit/findings'
import type { Survey } from '@/server/engine/watching/survey'

/** What is found out when somebody asks. `survey` is null where the database did not tell. */
export type Findings = {
  survey: Survey | null
  isQueueUp: boolean
  openStreams: number
  /** Parts of projections whose rows differ from the log. */
  drifted: number
  audited: readonly AuditStanding[]
}

/** Findings as text for Prometheus. They are made anew each time: what is not known now is not told from memory. */
export async function tellFindings({ survey, isQueueUp, openStreams, drifted, audited }: Findings): Promise<string> {
  const registry = new Registry()
  gauge(registry, 'queue_up', 'Whether the queue answers this process.').set(Number(isQueueUp))
  gauge(registry, 'streams_open', 'Browsers that listen to this process.').set(openStreams)
  gauge(registry, 'readers_known', 'Whether the log and the checkpoints could be read.').set(Number(survey !== null))
  gauge(registry, 'audit_differences', 'Parts of projections whose rows differ from the log.').set(drifted)
  const silence = gauge(registry, 'log_silence_seconds', 'Age of the newest event; a canary sings every 15 to 20 s.')
  if (survey?.newestAgeMs != null) silence.set(survey.newestAgeMs / 1000)
  const checked = counter(registry, 'audit_parts_total', 'Parts that were compared with the log.', ['reader'])
  for (const { reader, checked: parts } of audited) checked.inc({ reader }, parts)
  tellReaders(registry, survey?.readers ?? [])
  return registry.metrics()
}

function tellReaders(registry: Registry, readers: Survey['readers']): void {
  const labelNames = ['reader', 'kind'] as const
  const lagEvents = gauge(registry, 'reader_lag_events', 'Events not seen, up to 10000.', labelNames)
  const lagSeconds = gauge(registry, 'reader_lag_seconds', 'For how long the oldest event not seen waits.', labelNames)
  const parked = gauge(registry, 'reader_parked_keys', 'Keys that wait because the reader failed.', labelNames)
  const moves = counter(registry, 'reader_checkpoint_moves_total', 'How often the checkpoint moved.', labelNames)
  for (const { name: reader, kind, ...found } of readers) {
    lagEvents.set({ reader, kind }, found.behind)
    lagSeconds.set({ reader, kind }, found.lagMs / 1000)
    parked.set({ reader, kind }, found.parked.length)
    moves.inc({ reader, kind }, found.moves)
  }
}

function gauge<Label extends string>(registry: Registry, name: string, help: string, labelNames?: readonly Label[]) {
  return new Gauge({ name: `tidemark_${name}`, help, labelNames: labelNames ?? [], registers: [registry] })
}

function counter<Label extends string>(registry: Registry, name: string, help: string, labelNames: readonly Label[]) {
  return new Counter({ name: `tidemark_${name}`, help, labelNames, registers: [registry] })
}
