import type { TransactionSql } from '../database/postgres'
import { lockCheckpoint } from '../log/checkpoint'
import { findDue, type Healed, lockParked, park, readParked, release } from '../parking/parked'
import { apply } from '../parking/poison'
import { ageOf } from '../projections/members'
import { isReplayed, type Projection } from '../projections/projection'
import { announceAnew } from './announce-anew'
import { healByReplay } from './heal-by-replay'
import type { ProjectorOptions } from './projector'

const TABLE = 'read.parked_key'
/** Keys that share a walk through the log. */
const MOST_TOGETHER = 100

/** Tries again what waits of the projections' parked keys and is due; with `all`, whatever waits. */
export async function healDue(
  options: ProjectorOptions,
  projections: readonly Projection[],
  all = false,
  signal?: AbortSignal,
): Promise<void> {
  const names = projections.map(({ name }) => name)
  const due = await findDue(options.sql, TABLE, names, all)
  for (const projection of projections) {
    const accepted: string[] = []
    for (const { reader, key } of due) {
      signal?.throwIfAborted()
      if (reader !== projection.name) continue
      if ((await tryAgain(options, projection, key)) === 'accepted') accepted.push(key)
    }
    while (isReplayed(projection) && accepted.length > 0)
      await healByReplay(options, projection, accepted.splice(0, MOST_TOGETHER), signal)
  }
}

/** Lets a projection take in everything that waits of a parked key. Its rows are then as if nothing had been. */
export async function heal(options: ProjectorOptions, projection: Projection, key: string): Promise<Healed> {
  const tried = await tryAgain(options, projection, key)
  if (tried !== 'accepted') return tried
  return isReplayed(projection) ? healByReplay(options, projection, [key]) : 'gone'
}

/**
 * Applies everything that waits of a parked key, in order and at once. Where that alone would leave other rows than if
 * it had come in time, it is taken back, and the key still waits: `accepted`.
 */
async function tryAgain(options: ProjectorOptions, projection: Projection, key: string): Promise<Healed | 'accepted'> {
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
      const keys = await tx.savepoint(async (savepoint) => {
        const touched = first ? await apply(savepoint as unknown as TransactionSql, projection, events) : []
        if (first && isReplayed(projection)) throw new TakenBack()
        return touched
      })
      await release(tx, TABLE, projection.name, key)
      await announceAnew(tx, checkpoint, [...new Set([...keys, key])])
      return 'healed'
    } catch (error) {
      if (error instanceof TakenBack) return 'accepted'
      if (!first) throw error
      await park(tx, TABLE, projection.name, first, error instanceof Error ? (error.cause ?? error) : error)
      return 'failed'
    }
  })
}

class TakenBack extends Error {}
