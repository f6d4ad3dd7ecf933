import type { Mark } from './mark'
import type { AnySql } from './postgres'

/** Where a reader of the log stands: a snapshot, and in the middle of a long walk also its target and the way done. */
export type Checkpoint = { name: string; version: number; settings: string } & Omit<Mark, 'projection'>

/**
 * The tables that hold checkpoints: projections keep theirs beside their rows, those being rebuilt beside their new
 * rows, and policies beside the commands.
 */
export type CheckpointTable = 'read.checkpoint' | 'read_next.checkpoint' | 'write.policy_checkpoint'

/** The snapshot before everything. */
const BEFORE_ALL = '1:1:'

type Row = Omit<Checkpoint, 'name'>

const COLUMNS = 'version, settings, epoch, snapshot::text as snapshot, target::text as target, reached, counter'

/** Reads a checkpoint, and locks it: of two workers on one reader the second waits for the first. */
export async function lockCheckpoint(sql: AnySql, table: CheckpointTable, name: string): Promise<Checkpoint | null> {
  const [row] = await sql<Row[]>`
    select ${sql.unsafe(COLUMNS)} from ${sql.unsafe(table)} where name = ${name} for update`
  return row ? { name, ...row } : null
}

export async function findCheckpoint(sql: AnySql, table: CheckpointTable, name: string): Promise<Checkpoint | null> {
  const [row] = await sql<Row[]>`select ${sql.unsafe(COLUMNS)} from ${sql.unsafe(table)} where name = ${name}`
  return row ? { name, ...row } : null
}

/** Makes sure that a reader has a checkpoint: a new one begins before everything. */
export async function ensureCheckpoint(
  sql: AnySql,
  table: CheckpointTable,
  reader: { name: string; version: number; settings?: string },
  epoch: string,
): Promise<void> {
  await sql`
    insert into ${sql.unsafe(table)} (name, version, settings, epoch, snapshot)
    values (${reader.name}, ${reader.version}, ${reader.settings ?? ''}, ${epoch}, ${BEFORE_ALL})
    on conflict (name) do nothing`
}

/** Writes the next place, if nobody else did meanwhile: compare-and-set on the counter. */
export async function advanceCheckpoint(
  sql: AnySql,
  table: CheckpointTable,
  from: Checkpoint,
  to: Place & Partial<Pick<Checkpoint, 'version' | 'settings' | 'epoch'>>,
): Promise<void> {
  const { version, settings, epoch } = { ...from, ...to }
  const rows = await sql`
    update ${sql.unsafe(table)}
    set version = ${version}, settings = ${settings}, epoch = ${epoch}, snapshot = ${to.snapshot}, target = ${to.target},
      reached = ${to.reached}, counter = counter + 1, updated_at = now()
    where name = ${from.name} and counter = ${from.counter}
    returning 1`
  if (rows.length !== 1) throw new CheckpointMoved(from.name)
}

export type Place = Pick<Checkpoint, 'snapshot' | 'target' | 'reached'>

/** Another worker advanced this reader first. Nothing of ours was written; trying again is always right. */
export class CheckpointMoved extends Error {
  constructor(name: string) {
    super(`The checkpoint of ${name} was moved by another worker.`)
    this.name = 'CheckpointMoved'
  }
}
