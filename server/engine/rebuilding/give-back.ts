import type { Sql } from '../database/postgres'
import { findCheckpoint } from '../log/checkpoint'
import { readEpoch } from '../log/log'
import { ageOf } from '../projections/members'
import type { Projection } from '../projections/projection'
import { standingReaders } from '../projector/partition-rows'
import { catchUp, type ProjectorOptions, type Watch } from '../projector/projector'
import { putInPlace } from './put-in-place'
import { dropTables, holdsTables } from './table-sets'

/** Why rows that stood before cannot be returned to. */
export type NothingKept = 'nothing kept' | 'other version' | 'other log'

/**
 * Returns to the rows that stood before the last rebuild. They are brought up to the present where they are kept, and
 * only then take their place, so that a return shows nobody the past. What stood there is kept in their stead.
 */
export async function giveBack(
  options: ProjectorOptions,
  projection: Projection,
  watch: Watch = {},
): Promise<'returned' | NothingKept> {
  const { sql } = options
  const readers = await standingReaders(sql, 'read_before', projection)
  const kept = await findCheckpoint(sql, 'read_before.checkpoint', readers[0]?.name ?? projection.name)
  if (!kept || !(await holdsTables(sql, 'read_before', projection.tables))) return 'nothing kept'
  if (kept.epoch !== (await readEpoch(sql))) return 'other log'
  if (ageOf(kept, projection) !== 'current') return 'other version'
  await catchUp(options, readers, watch, 'read_before')
  await putInPlace(options, projection, 'read_before', { signal: watch.signal })
  return 'returned'
}

/** What stood before the last rebuild is not wanted any more. Answers whether there was any. */
export async function dropKept(sql: Sql, { name, tables }: Projection): Promise<boolean> {
  const gone = await sql.begin(async (transaction) => {
    const tx = transaction as unknown as typeof sql
    await dropTables(tx, 'read_before', tables)
    await tx`delete from read_before.parked_key where split_part(reader, '/', 1) = ${name}`
    return tx`delete from read_before.checkpoint where split_part(name, '/', 1) = ${name} returning 1`
  })
  return gone.length > 0
}

/** Drops what was kept for longer than this. */
export async function dropKeptSince(sql: Sql, projections: readonly Projection[], hours: number): Promise<void> {
  const old = await sql<{ name: string }[]>`
    select split_part(name, '/', 1) as name from read_before.checkpoint where updated_at < now() - make_interval(hours => ${hours})`
  for (const projection of projections) {
    if (old.some(({ name }) => name === projection.name)) await dropKept(sql, projection)
  }
}
