import type { TransactionSql } from '../database/postgres'
import { advanceCheckpoints, lockCheckpoint } from '../log/checkpoint'
import { findDue, type Healed, lockParked, park, readParked, release } from '../parking/parked'
import { apply } from '../parking/poison'
import { MARKS_CHANNEL, movedOn, writeAnnouncement } from '../projections/announcement'
import { ageOf } from '../projections/members'
import type { Projection } from '../projections/projection'
import type { ProjectorOptions } from './projector'

const TABLE = 'read.parked_key'

/** Tries again what waits of the projections' parked keys and is due; with `all`, whatever waits. */
export async function healDue(
  options: ProjectorOptions,
  projections: readonly Projection[],
  all = false,
): Promise<void> {
  const names = projections.map(({ name }) => name)
  for (const { reader, key } of await findDue(options.sql, TABLE, names, all)) {
    const projection = projections.find(({ name }) => name === reader)
    if (projection) await heal(options, projection, key)
  }
}

/** Applies everything that waits of a parked key, in order and at once. Its rows are then as if nothing had been. */
export async function heal(options: ProjectorOptions, projection: Projection, key: string): Promise<Healed> {
  return options.sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    const checkpoint = await lockCheckpoint(tx, 'read.checkpoint', projection.name)
    if (!checkpoint || ageOf(checkpoint, projection) !== 'current') return 'gone'
    const parked = await lockParked(tx, TABLE, projection.name, key)
    if (!parked) return 'gone'
    const events = await readParked(tx, options.definitions, parked, projection.handles, checkpoint)
    const [first] = events
    try {
      await tx`set local search_path to read`
      const keys = await tx.savepoint((savepoint) =>
        first ? apply(savepoint as unknown as TransactionSql, projection, events) : [],
      )
      await release(tx, TABLE, projection.name, key)
      await announceAnew(tx, checkpoint, [...new Set([...keys, key])])
      return 'healed'
    } catch (error) {
      if (!first) throw error
      await park(tx, TABLE, projection.name, first, error instanceof Error ? (error.cause ?? error) : error)
      return 'failed'
    }
  })
}

/** The place is the same, but the rows are not: whoever shows them asks again. */
export async function announceAnew(
  tx: TransactionSql,
  checkpoint: Parameters<typeof advanceCheckpoints>[2][number]['from'],
  keys: string[] | null,
): Promise<void> {
  await advanceCheckpoints(tx, 'read.checkpoint', [{ from: checkpoint, to: checkpoint }])
  await tx`select pg_notify(${MARKS_CHANNEL}, ${writeAnnouncement([movedOn(checkpoint, keys)])})`
}
