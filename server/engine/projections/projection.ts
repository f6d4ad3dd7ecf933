import type { TransactionSql } from '../database/postgres'
import type { Fact, Recorded } from '../log/event'
import type { Audit } from './audit'

/** The ids that changed rows concern, for whoever shows them; undefined: the keys of the events. */
export type Touched = readonly string[] | undefined

/**
 * What became of a batch whose last statements are all sent, but perhaps not done: whoever ends the transaction can send
 * its COMMIT behind them.
 */
export type Applied = { touched: Touched; written: Promise<unknown> }

/** A read model's writing half: which events concern it, and what they do to its tables. */
export type Projection = {
  name: string
  /** Raised when `handles`, `apply` or the tables change their meaning: rows of an earlier version are rebuilt. */
  version: number
  /** What else the rows depend on, for instance a time zone: rows made under other settings are rebuilt. */
  settings?: string
  /** Not about the asker’s own work (what is in stock, statistics): under load it gathers more before it writes. */
  isRelaxed?: boolean
  handles: readonly string[]
  /** A partition takes the events of its own keys only. */
  takes?: ((key: string) => boolean) | undefined
  /**
   * Its tables, which nobody else writes. Named without their schema, here and in `apply`: they stand in `read`, and
   * those of a rebuild in `read_next`, and the projector says by the search path which are meant.
   */
  tables: readonly string[]
  /** Its `apply` uses stores only and sends no statements of its own, so that a rebuild may fold it in memory. */
  foldsInMemory?: boolean
  /** It makes nothing of personal fields, so that a rebuild need not open them. */
  isImpersonal?: boolean
  /** How its rows are checked against the log. */
  audit?: Audit | undefined
  /**
   * Its rows take in events of several keys, and are the same in whatever order those of different keys come: what
   * waited of a parked key is simply applied late.
   */
  commutes?: boolean | undefined
  /**
   * Applies a batch, in order, inside the transaction that also moves the checkpoint. Others may apply theirs in the
   * same transaction at the same time.
   */
  apply: (tx: TransactionSql, events: readonly Recorded[]) => Promise<Touched | Applied>
}

/** A projection that can be audited. */
export type Audited = Projection & { audit: Audit }

/** Whether what comes late may make other rows than in time, so that they are made anew from the log instead. */
export const isReplayed = (projection: Projection): projection is Audited =>
  projection.audit?.evidence === 'log' && !projection.commutes

/** Waits for what is on its way still. */
export async function untilWritten(applied: Touched | Applied): Promise<Touched> {
  if (!isUnderWay(applied)) return applied
  await applied.written
  return applied.touched
}

export const isUnderWay = (applied: Touched | Applied): applied is Applied => !!applied && 'written' in applied

/** A projection whose `handles` lists are checked against a union of facts. */
export function defineProjection<F extends Fact>(
  projection: Omit<Projection, 'handles' | 'apply'> & {
    handles: readonly F['type'][]
    apply: (tx: TransactionSql, events: readonly Recorded<F>[]) => Promise<Touched>
  },
): Projection {
  return projection as unknown as Projection
}
