import type { Fact, Recorded } from './event'
import type { TransactionSql } from './postgres'

/** A read model's writing half: which events concern it, and what they do to its tables. */
export type Projection = {
  name: string
  /** Raised when `handles`, `apply` or the tables change their meaning: rows of another version are rebuilt. */
  version: number
  handles: readonly string[]
  /** Its tables in schema `read`, which nobody else writes; wiped when it is rebuilt. */
  tables: readonly string[]
  /** Applies a batch, in order, inside the transaction that also moves the checkpoint. */
  apply: (tx: TransactionSql, events: readonly Recorded[]) => Promise<void>
}

/** A projection whose `handles` lists are checked against a union of facts. */
export function defineProjection<F extends Fact>(
  projection: Omit<Projection, 'handles' | 'apply'> & {
    handles: readonly F['type'][]
    apply: (tx: TransactionSql, events: readonly Recorded<F>[]) => Promise<void>
  },
): Projection {
  return projection as unknown as Projection
}
