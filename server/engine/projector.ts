import { advanceCheckpoint, type Checkpoint, CheckpointMoved, ensureCheckpoint, lockCheckpoint } from './checkpoint'
import type { EventDefinitions } from './event'
import { readEpoch } from './log'
import type { Sql } from './postgres'
import type { Projection } from './projection'
import { readNew } from './read-new'

/** Projections announce themselves here with their name, so that waiting reads wake up. */
export const MARKS_CHANNEL = 'tidemark_marks'
const TABLE = 'read.checkpoint'

export type ProjectorOptions = { sql: Sql; definitions: EventDefinitions; batchSize?: number }
export type Progress = { projection: string; events: number; checkpoint: Checkpoint }

/** Gives every projection a checkpoint. A database whose log was restored has another epoch, and is refused. */
export async function prepareProjections(sql: Sql, projections: readonly Projection[]): Promise<void> {
  const epoch = await readEpoch(sql)
  for (const projection of projections) await ensureCheckpoint(sql, TABLE, projection, epoch)
}

/**
 * Brings a projection up to the present and answers how many events it applied. Rows and checkpoint commit together,
 * so however often this is called, by however many workers, the effect of an event is once.
 */
export async function catchUp(
  options: ProjectorOptions,
  projection: Projection,
  watch: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
): Promise<number> {
  let applied = 0
  for (;;) {
    if (watch.signal?.aborted) return applied
    const step = await stepUnlessMoved(options, projection)
    if (step === 'moved') continue
    applied += step.events
    watch.onProgress?.({ projection: projection.name, events: step.events, checkpoint: step.checkpoint })
    if (!step.more) return applied
  }
}

async function stepUnlessMoved(options: ProjectorOptions, projection: Projection) {
  try {
    return await step(options, projection)
  } catch (error) {
    if (error instanceof CheckpointMoved) return 'moved' as const
    throw error
  }
}

async function step({ sql, definitions, batchSize = 1000 }: ProjectorOptions, projection: Projection) {
  return sql.begin(async (tx) => {
    const checkpoint = await lockCheckpoint(tx, TABLE, projection.name)
    if (!checkpoint)
      throw new Error(`The projection ${projection.name} has no checkpoint: prepareProjections makes it.`)
    const { events, next, more } = await readNew(tx, definitions, checkpoint, projection.handles, batchSize)
    if (!next) return { events: 0, checkpoint, more: false }
    if (events.length > 0) await projection.apply(tx as never, events)
    await advanceCheckpoint(tx, TABLE, checkpoint, next)
    await tx`select pg_notify(${MARKS_CHANNEL}, ${projection.name})`
    return { events: events.length, checkpoint: { ...checkpoint, ...next }, more }
  })
}

/** Empties a projection's tables and sends it back before everything, in one transaction. `catchUp` then fills it. */
export async function wipe(sql: Sql, projection: Projection): Promise<void> {
  await sql.begin(async (tx) => {
    const checkpoint = await lockCheckpoint(tx, TABLE, projection.name)
    if (!checkpoint)
      throw new Error(`The projection ${projection.name} has no checkpoint: prepareProjections makes it.`)
    for (const table of projection.tables) await tx.unsafe(`delete from ${table}`)
    await tx`update read.checkpoint set version = ${projection.version} where name = ${projection.name}`
    await advanceCheckpoint(tx, TABLE, checkpoint, { snapshot: '1:1:', target: null, reached: 0 })
  })
}
