import type { TransactionSql } from '../database/postgres'
import { MARKS_CHANNEL, writeAnnouncement } from '../projections/announcement'
import { findReader, NotSplittable, partitionsOf } from '../projections/partitions'
import type { Projection } from '../projections/projection'
import { align, giveParked, stand, standingReaders } from '../projector/partition-rows'
import type { ProjectorOptions } from '../projector/projector'

/** How many partitions a projection is to have, by name. Of those that are not named it is left as it is. */
export type PartitionCounts = ReadonlyMap<string, number>

/**
 * The readers that projections stand as: each as it does already, or as many partitions as it is to have. Where that is
 * another number than before, its partitions are brought to one place and their checkpoints are written anew: no row is.
 */
export async function settleReaders(
  options: ProjectorOptions,
  projections: readonly Projection[],
  counts: PartitionCounts = new Map(),
): Promise<Projection[]> {
  for (const name of counts.keys()) if (!findReader(projections, name)) throw new NotSplittable(name)
  const settled: Projection[] = []
  for (const projection of projections) {
    const wanted = counts.get(projection.name)
    const standing = await standingReaders(options.sql, 'read', projection)
    const isSettled = standing.length > 0 && (wanted === undefined || wanted === standing.length)
    const readers = isSettled ? standing : partitionsOf(projection, wanted ?? 1)
    if (!isSettled && standing.length > 0) await repartition(options, projection, readers)
    settled.push(...readers)
  }
  return settled
}

async function repartition(
  options: ProjectorOptions,
  projection: Projection,
  readers: readonly Projection[],
): Promise<void> {
  const names = readers.map(({ name }) => name)
  await options.sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    const at = await align(tx, options, projection, 'read')
    await stand(tx, names, at)
    await giveParked(tx, projection.name, names)
    const moved = writeAnnouncement([{ projection: projection.name, counter: null, keys: [] }])
    await tx`select pg_notify(${MARKS_CHANNEL}, ${moved})`
  })
}
