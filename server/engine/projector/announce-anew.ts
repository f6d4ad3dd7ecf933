import type { TransactionSql } from '../database/postgres'
import { advanceCheckpoints, type Checkpoint } from '../log/checkpoint'
import { MARKS_CHANNEL, movedOn, writeAnnouncement } from '../projections/announcement'

/** The place is the same, but the rows are not: whoever shows them asks again. */
export async function announceAnew(tx: TransactionSql, checkpoint: Checkpoint, keys: string[] | null): Promise<void> {
  await advanceCheckpoints(tx, 'read.checkpoint', [{ from: checkpoint, to: checkpoint }])
  await tx`select pg_notify(${MARKS_CHANNEL}, ${writeAnnouncement([movedOn(checkpoint, keys)])})`
}
