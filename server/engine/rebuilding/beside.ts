import type { Sql, TransactionSql } from '../database/postgres'
import { type Checkpoint, ensureCheckpoint, findCheckpoint, lockCheckpoint, lockWhole } from '../log/checkpoint'
import { readEpoch } from '../log/log'
import { ageOf, nameOf } from '../projections/members'
import type { Projection } from '../projections/projection'
import { CheckpointMissing } from '../projector/projector'
import type { Filling } from './filler'
import { dropTables, holdsTables, makeNext } from './table-sets'

/** Makes the tables that a projection is built in, unless it is being built already: then that is gone on with. */
export async function beginBeside(sql: Sql, projection: Projection): Promise<Checkpoint> {
  const { name, tables } = projection
  const epoch = await readEpoch(sql)
  await sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    // Whoever begins or finishes a rebuild holds this one, so neither happens twice.
    if ((await lockWhole(tx, 'read', name)).length === 0) throw new CheckpointMissing(name)
    const begun = await lockCheckpoint(tx, 'read_next.checkpoint', name)
    const isOurs = begun?.epoch === epoch && ageOf(begun, projection) === 'current'
    if (isOurs && (await holdsTables(tx, 'read_next', tables))) return
    await forget(tx, name)
    await makeNext(tx, tables)
    await ensureCheckpoint(tx, 'read_next.checkpoint', projection, epoch)
  })
  const checkpoint = await findCheckpoint(sql, 'read_next.checkpoint', name)
  if (!checkpoint) throw new CheckpointMissing(name)
  return checkpoint
}

/** Throws away what was built beside. */
export async function dropBeside(sql: Sql, { name, tables }: Pick<Projection, 'name' | 'tables'>): Promise<void> {
  await sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    await forget(tx, name)
    await dropTables(tx, 'read_next', tables)
  })
}

async function forget(tx: TransactionSql, name: string): Promise<void> {
  await tx`delete from read_next.checkpoint where name = ${name}`
  await tx`delete from read_next.parked_key where reader = ${name}`
}

/** Those that can be folded in memory, together with others that stand at the same place. */
export function groupsOf(all: readonly Filling[]): Filling[][] {
  const groups = new Map<string, Filling[]>()
  for (const one of all.filter(({ projection }) => projection.foldsInMemory)) {
    const place = nameOf(one.checkpoint)
    groups.set(place, [...(groups.get(place) ?? []), one])
  }
  return [...groups.values()]
}
