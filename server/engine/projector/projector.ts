import type { Sql, TransactionSql } from '../database/postgres'
import { type Checkpoint, CheckpointMoved, ensureCheckpoint, type RowsSchema, readersIn } from '../log/checkpoint'
import { readEpoch } from '../log/log'
import { wholeName } from '../projections/partitions'
import type { Projection } from '../projections/projection'
import { createReadAhead, type ReadAhead } from './read-ahead'
import { BATCH_SIZE, type StepDone, type StepOptions, type Stepped, step } from './step'

export type ProjectorOptions = {
  sql: Sql
  /** For rebuilds, which need several connections for long: where they are not given, those of the others. */
  besideSql?: Sql | undefined
  /** Bytes of rows that a rebuild holds in memory, roughly, before it writes them. */
  heldBytes?: number | undefined
} & Pick<StepOptions, 'definitions' | 'batchSize' | 'poison'>
export type Progress = { projection: string; events: number; checkpoint: Checkpoint }
export type Watch = {
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
  /** Asked before each batch: may wait, and answers false where no more is wanted. */
  pace?: () => Promise<boolean>
}

/**
 * Gives every projection a checkpoint, unless it stands in partitions. One of another epoch stands in a log that was
 * replaced: its rows are outdated.
 */
export async function prepareProjections(sql: Sql, projections: readonly Projection[]): Promise<void> {
  const epoch = await readEpoch(sql)
  await sql`update read.checkpoint set version = 0 where epoch <> ${epoch}`
  for (const projection of projections) {
    const standing = await readersIn(sql, 'read', wholeName(projection.name))
    const isOther = standing.some((name) => projections.every((one) => one.name !== name))
    if (!isOther) await ensureCheckpoint(sql, 'read.checkpoint', projection, epoch)
  }
}

/**
 * Brings projections up to the present and answers how many events were applied. Rows and checkpoints commit together,
 * so however often this is called, by however many workers, the effect of an event is once. Throws `OutdatedRows` where
 * only a rebuild helps.
 */
export async function catchUp(
  options: ProjectorOptions,
  projections: readonly Projection[],
  watch: Watch = {},
  schema: RowsSchema = 'read',
): Promise<number> {
  let applied = 0
  let behind = projections
  const ahead = aheadOf(options, projections)
  while (behind.length > 0 && !watch.signal?.aborted && (await goesOn(watch))) {
    const done = await stepUnlessMoved({ ...options, ahead }, behind, schema)
    if (done === 'moved') continue
    for (const { name } of done.missing) throw new CheckpointMissing(name)
    for (const { name } of done.outdated) throw new OutdatedRows(name)
    for (const one of done.stepped) {
      applied += one.events
      watch.onProgress?.(toProgress(one))
    }
    behind = done.stepped.filter(({ more }) => more).map(({ projection }) => projection)
  }
  return applied
}

/** Reads the log ahead of these projections. */
export function aheadOf(
  { sql, definitions, batchSize = BATCH_SIZE }: ProjectorOptions,
  projections: readonly Projection[],
): ReadAhead {
  return createReadAhead(sql, definitions, [...new Set(projections.flatMap(({ handles }) => handles))], batchSize)
}

const goesOn = async ({ pace }: Watch) => (pace ? pace() : true)

async function stepUnlessMoved(
  options: ProjectorOptions & Pick<StepOptions, 'ahead'>,
  projections: readonly Projection[],
  schema: RowsSchema,
): Promise<StepDone | 'moved'> {
  try {
    return await options.sql.begin((tx) => step(tx as unknown as TransactionSql, options, projections, schema))
  } catch (error) {
    if (error instanceof CheckpointMoved) return 'moved'
    throw error
  }
}

const toProgress = ({ projection, events, checkpoint }: Stepped) => ({
  projection: projection.name,
  events,
  checkpoint,
})

/** The rows were made by an earlier version of the projection, under other settings or from another log. */
export class OutdatedRows extends Error {
  constructor(name: string) {
    super(`The rows of ${name} are outdated: rebuild them.`)
    this.name = 'OutdatedRows'
  }
}

/** Nobody prepared the projection; or, in a rebuild, somebody else finished it. */
export class CheckpointMissing extends Error {
  constructor(name: string) {
    super(`The projection ${name} has no checkpoint: prepareProjections makes it.`)
    this.name = 'CheckpointMissing'
  }
}
