import { setTimeout as sleep } from 'node:timers/promises'
import { MARKS_CHANNEL, writeAnnouncement } from '../announcement'
import { advanceCheckpoints, type Checkpoint, lockCheckpoint } from '../checkpoint'
import type { TransactionSql } from '../postgres'
import type { Projection } from '../projection'
import { CheckpointMissing, type ProjectorOptions } from '../projector'
import { step } from '../step'
import { type OtherSet, putTablesInPlace } from './table-sets'

/** Whoever waits for a lock on a table holds up all that come after him: so we wait little, and try again. */
const FIRST_PATIENCE_MS = 50
/** Beyond a second PostgreSQL makes its own tidying up give way. */
const LONGEST_PATIENCE_MS = 1500
const PAUSE_MS = 100

/**
 * The tables of another set take the place of those that are read, in one short transaction that compares nothing: it
 * takes in the last events, moves names and writes the checkpoints. What stood there is kept with its own checkpoint.
 */
export async function putInPlace(
  options: ProjectorOptions,
  projection: Projection,
  from: OtherSet,
  signal?: AbortSignal,
): Promise<boolean> {
  for (let patience = FIRST_PATIENCE_MS; !signal?.aborted; patience = Math.min(patience * 2, LONGEST_PATIENCE_MS)) {
    try {
      await options.sql.begin((tx) => switchIn(tx as unknown as TransactionSql, options, projection, from, patience))
      return true
    } catch (error) {
      if (!isHeld(error)) throw error
      await sleep(PAUSE_MS)
    }
  }
  return false
}

/** A reader, or PostgreSQL itself, was at one of the tables. */
function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['55P03', '40P01'].includes(String(error.code))
}

async function switchIn(
  tx: TransactionSql,
  options: ProjectorOptions,
  projection: Projection,
  from: OtherSet,
  patienceMs: number,
): Promise<void> {
  const { name, tables, version, settings = '' } = projection
  await tx`select set_config('lock_timeout', ${`${patienceMs}ms`}, true)`
  const standing = await lockCheckpoint(tx, 'read.checkpoint', name)
  // What was committed since the last batch, so that the new rows contain all that the standing ones do.
  while ((await step(tx, options, [projection], from)).stepped.some(({ more }) => more));
  const made = await lockCheckpoint(tx, `${from}.checkpoint`, name)
  if (!standing || !made) throw new CheckpointMissing(name)
  await putTablesInPlace(tx, from, tables)
  await moveParked(tx, name, from)
  const { epoch, snapshot, target, reached } = made
  const to = { version, settings, epoch, snapshot, target, reached }
  await advanceCheckpoints(tx, 'read.checkpoint', [{ from: standing, to }])
  await keepCheckpoint(tx, standing, from)
  const announcement = writeAnnouncement([{ projection: name, counter: standing.counter + 1, keys: null }])
  await tx`select pg_notify(${MARKS_CHANNEL}, ${announcement})`
}

async function keepCheckpoint(tx: TransactionSql, standing: Checkpoint, from: OtherSet): Promise<void> {
  const { name, version, settings, epoch, snapshot, target, reached, counter } = standing
  await tx`delete from ${tx.unsafe(`${from}.checkpoint`)} where name = ${name}`
  await tx`delete from read_before.checkpoint where name = ${name}`
  await tx`
    insert into read_before.checkpoint (name, version, settings, epoch, snapshot, target, reached, counter)
    values (${name}, ${version}, ${settings}, ${epoch}, ${snapshot}, ${target}, ${reached}, ${counter})`
}

/** The keys that wait go with the rows that they wait for. */
async function moveParked(tx: TransactionSql, reader: string, from: OtherSet): Promise<void> {
  const take = (set: string) => tx<{ parked: unknown }[]>`
    delete from ${tx.unsafe(`${set}.parked_key`)} parked where reader = ${reader} returning to_jsonb(parked) as parked`
  const give = (set: string, rows: readonly { parked: unknown }[]) => tx`
    insert into ${tx.unsafe(`${set}.parked_key`)}
    select * from jsonb_populate_recordset(null::read.parked_key, ${tx.json(rows.map(({ parked }) => parked) as never)})`
  const [coming, going] = [await take(from), await take('read')]
  await take('read_before')
  await give('read', coming)
  await give('read_before', going)
}
