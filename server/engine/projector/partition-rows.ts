import type { AnySql, TransactionSql } from '../database/postgres'
import {
  advanceCheckpoints,
  type Checkpoint,
  findCheckpoint,
  lockWhole,
  type RowsSchema,
  readersIn,
} from '../log/checkpoint'
import { startOfDifference } from '../log/read-new'
import { nameOf } from '../projections/members'
import { findReader, readerOfKey } from '../projections/partitions'
import type { Projection } from '../projections/projection'
import { CheckpointMissing, type ProjectorOptions } from './projector'
import { step } from './step'

/**
 * Brings the partitions of a projection to one place, and answers the checkpoint that the whole would have there. They
 * stay locked till the end of the transaction.
 */
export async function align(
  tx: TransactionSql,
  options: ProjectorOptions,
  projection: Projection,
  schema: RowsSchema,
): Promise<Checkpoint> {
  const checkpoints = await lockWhole(tx, schema, projection.name)
  if (new Set(checkpoints.map(nameOf)).size > 1) {
    const [shown] = await tx<{ now: string }[]>`select pg_current_snapshot()::text as now`
    for (const { name } of checkpoints) await walkTo(tx, options, { projection, name }, schema, shown?.now ?? '')
    return align(tx, options, projection, schema)
  }
  const [first] = checkpoints
  if (!first) throw new CheckpointMissing(projection.name)
  return { ...first, name: projection.name, counter: sumOf(checkpoints) }
}

/** Those who keep a projection up to date in a set of tables: itself, or its partitions. */
export async function standingReaders(sql: AnySql, schema: RowsSchema, projection: Projection): Promise<Projection[]> {
  const names = await readersIn(sql, schema, projection.name)
  return names.flatMap((name) => findReader([projection], name) ?? [])
}

/** Counters of partitions, together: it only grows, as that of a whole projection does. */
export const sumOf = (checkpoints: readonly Checkpoint[]) => checkpoints.reduce((sum, { counter }) => sum + counter, 0)

async function walkTo(
  tx: TransactionSql,
  options: ProjectorOptions,
  { projection, name }: { projection: Projection; name: string },
  schema: RowsSchema,
  target: string,
): Promise<void> {
  const reader = findReader([projection], name)
  const checkpoint = await findCheckpoint(tx, `${schema}.checkpoint`, name)
  if (!reader || !checkpoint) throw new CheckpointMissing(name)
  if (nameOf(checkpoint) === nameOf({ snapshot: target, target: null, reached: 0 })) return
  if (checkpoint.target === null) {
    const reached = await startOfDifference(tx, checkpoint.snapshot)
    const way = { snapshot: checkpoint.snapshot, target, reached: reached ?? 0 }
    const to = reached === null ? { snapshot: target, target: null, reached: 0 } : way
    await advanceCheckpoints(tx, `${schema}.checkpoint`, [{ from: checkpoint, to }])
  } else {
    const { outdated } = await step(tx, options, [reader], schema)
    if (outdated.length > 0) throw new Error(`The rows of ${name} are outdated: they cannot be brought forward.`)
  }
  return walkTo(tx, options, { projection, name }, schema, target)
}

/**
 * Lets a projection stand under these names, all at one place; whatever stood for it under others stands no more. Answers
 * its counter, which goes on from where it was.
 */
export async function stand(tx: TransactionSql, names: readonly string[], at: Checkpoint): Promise<number> {
  const before = await lockWhole(tx, 'read', at.name)
  const gone = before.filter(({ name }) => !names.includes(name))
  const after = names.map((name, index) => {
    const own = before.find((one) => one.name === name)?.counter ?? 0
    return { ...at, name, counter: own + 1 + (index === 0 ? sumOf(gone) : 0) }
  })
  await tx`delete from read.checkpoint where name = any(${gone.map(({ name }) => name)})`
  for (const { name, version, settings, epoch, snapshot, target, reached, counter } of after)
    await tx`
      insert into read.checkpoint (name, version, settings, epoch, snapshot, target, reached, counter)
      values (${name}, ${version}, ${settings}, ${epoch}, ${snapshot}, ${target}, ${reached}, ${counter})
      on conflict (name) do update set version = excluded.version, settings = excluded.settings, epoch = excluded.epoch,
        snapshot = excluded.snapshot, target = excluded.target, reached = excluded.reached,
        counter = excluded.counter, updated_at = now()`
  return sumOf(after)
}

/** Gives every parked key of a projection to the one of these readers that takes its events. */
export async function giveParked(tx: TransactionSql, projection: string, names: readonly string[]): Promise<void> {
  const parked = await tx<{ reader: string; key: string }[]>`
    select reader, key::text as key from read.parked_key where split_part(reader, '/', 1) = ${projection} for update`
  const readers = names.map((name) => ({ name }))
  for (const { reader, key } of parked) {
    const own = readerOfKey(readers, key)?.name ?? reader
    await tx`update read.parked_key set reader = ${own} where reader = ${reader} and key = ${key}`
  }
}
