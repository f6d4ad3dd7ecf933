import type { TransactionSql } from '../database/postgres'
import type { Recorded } from '../log/event'

/**
 * Where the events of a part stand. `stream`: in the streams whose key the part is. `event`: it is made from one event,
 * whose position it is. `log`: anywhere, so that only who reads the whole log has found them all.
 */
export type Evidence = 'stream' | 'event' | 'log'

/** The rows of a part as JSON, by the columns of the table. */
export type PartRows = readonly Record<string, unknown>[]

/**
 * How the rows of a projection can be made anew, one part of them at a time: a part is what rows belong to (one row, a
 * product, a day), named by the values of its columns.
 */
export type Audit = {
  evidence: Evidence
  /**
   * The parts that an event has a say in. Where those are more than it names, they are looked for among the wanted ones;
   * without these, the parts that it names.
   */
  partsOf: (event: Recorded, wanted?: ReadonlySet<string>) => readonly string[]
  /** What is known of parts before their first event, where that is anything. */
  begin?: ((tx: TransactionSql, parts: readonly string[]) => Promise<Map<string, unknown>>) | undefined
  /** What is known of a part after the event; it may change what was known before. */
  fold: (state: unknown, event: Recorded, part: string) => unknown
  /** Whether what was folded is enough to say what the rows should be; without it, it is. */
  isSettled?: ((state: unknown, part: string) => boolean) | undefined
  /** What the rows of these parts should be by what was folded, written as PostgreSQL would keep them. */
  expected: (tx: TransactionSql, states: ReadonlyMap<string, unknown>) => Promise<Map<string, PartRows>>
  /** What they are. Those of which there are no rows are not answered. */
  living: (tx: TransactionSql, parts: readonly string[]) => Promise<Map<string, PartRows>>
  /** Some parts of which there are rows, by chance. */
  sample: (tx: TransactionSql, count: number) => Promise<string[]>
  /** Replaces the rows of a part by what they should be. */
  write: (tx: TransactionSql, part: string, state: unknown) => Promise<void>
}

/** Folds events over what is known of the wanted parts. */
export function foldParts(
  audit: Audit,
  wanted: ReadonlySet<string>,
  events: readonly Recorded[],
  states = new Map<string, unknown>(),
): Map<string, unknown> {
  for (const event of events) {
    for (const part of new Set(audit.partsOf(event, wanted))) {
      if (wanted.has(part)) states.set(part, audit.fold(states.get(part), event, part))
    }
  }
  return states
}
