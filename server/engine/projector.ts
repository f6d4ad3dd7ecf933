import {
  advanceCheckpoint,
  type Checkpoint,
  CheckpointMoved,
  type CheckpointTable,
  ensureCheckpoint,
  lockCheckpoint,
} from './checkpoint'
import type { EventDefinitions } from './event'
import { readEpoch } from './log'
import type { Sql, TransactionSql } from './postgres'
import type { Projection } from './projection'
import { readNew } from './read-new'

/** Projections announce themselves here with their name, so that waiting reads wake up. */
export const MARKS_CHANNEL = 'tidemark_marks'

/** Where rows stand: those that queries read, and those of a rebuild that is not finished. */
export type RowsSchema = 'read' | 'read_next'

export type ProjectorOptions = { sql: Sql; definitions: EventDefinitions; batchSize?: number }
export type Progress = { projection: string; events: number; checkpoint: Checkpoint }
export type Watch = { onProgress?: (progress: Progress) => void; signal?: AbortSignal }

/** Gives every projection a checkpoint. One of another epoch stands in a log that was replaced: its rows are outdated. */
export async function prepareProjections(sql: Sql, projections: readonly Projection[]): Promise<void> {
  const epoch = await readEpoch(sql)
  await sql`update read.checkpoint set version = 0 where epoch <> ${epoch}`
  for (const projection of projections) await ensureCheckpoint(sql, 'read.checkpoint', projection, epoch)
}

/**
 * Brings a projection up to the present and answers how many events it applied. Rows and checkpoint commit together,
 * so however often this is called, by however many workers, the effect of an event is once. Throws `OutdatedRows` where
 * only a rebuild helps.
 */
export async function catchUp(
  options: ProjectorOptions,
  projection: Projection,
  watch: Watch = {},
  schema: RowsSchema = 'read',
): Promise<number> {
  let applied = 0
  for (;;) {
    if (watch.signal?.aborted) return applied
    const step = await stepUnlessMoved(options, projection, schema)
    if (step === 'moved') continue
    applied += step.events
    watch.onProgress?.({ projection: projection.name, events: step.events, checkpoint: step.checkpoint })
    if (!step.more) return applied
  }
}

async function stepUnlessMoved(options: ProjectorOptions, projection: Projection, schema: RowsSchema) {
  try {
    return await options.sql.begin((tx) => step(tx as unknown as TransactionSql, options, projection, schema))
  } catch (error) {
    if (error instanceof CheckpointMoved) return 'moved' as const
    throw error
  }
}

export type StepDone = { events: number; checkpoint: Checkpoint; more: boolean }

/** One batch, in the caller's transaction. */
export async function step(
  tx: TransactionSql,
  { definitions, batchSize = 1000 }: Pick<ProjectorOptions, 'definitions' | 'batchSize'>,
  projection: Projection,
  schema: RowsSchema,
): Promise<StepDone> {
  const table: CheckpointTable = `${schema}.checkpoint`
  const checkpoint = await lockCheckpoint(tx, table, projection.name)
  if (!checkpoint) throw new CheckpointMissing(projection.name)
  const age = ageOf(checkpoint, projection)
  if (age === 'outdated') throw new OutdatedRows(projection.name)
  if (age === 'newer') return { events: 0, checkpoint, more: false }
  const { events, next, more } = await readNew(tx, definitions, checkpoint, projection.handles, batchSize)
  if (!next) return { events: 0, checkpoint, more: false }
  if (events.length > 0) {
    await tx`set local search_path to ${tx.unsafe(schema)}`
    await projection.apply(tx, events)
  }
  await advanceCheckpoint(tx, table, checkpoint, next)
  if (schema === 'read') await tx`select pg_notify(${MARKS_CHANNEL}, ${projection.name})`
  return { events: events.length, checkpoint: { ...checkpoint, ...next, counter: checkpoint.counter + 1 }, more }
}

/** Rows of a later version belong to a worker of a later release, which keeps them up to date beside this one. */
export function ageOf(
  checkpoint: Checkpoint,
  { version, settings = '' }: Projection,
): 'outdated' | 'current' | 'newer' {
  if (checkpoint.version !== version) return checkpoint.version > version ? 'newer' : 'outdated'
  return checkpoint.settings === settings ? 'current' : 'outdated'
}

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
