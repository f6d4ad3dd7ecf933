import { setTimeout as sleep } from 'node:timers/promises'
import type { TransactionSql } from '../database/postgres'
import { type Checkpoint, lockWhole } from '../log/checkpoint'
import { MARKS_CHANNEL, writeAnnouncement } from '../projections/announcement'
import type { Projection } from '../projections/projection'
import { align, giveParked, stand, standingReaders } from '../projector/partition-rows'
import { CheckpointMissing, type ProjectorOptions } from '../projector/projector'
import { step } from '../projector/step'
import { type OtherSet, putTablesInPlace } from './table-sets'

/** Whoever waits for a lock on a table holds up all that come after him: so we wait little, and try again. */
const FIRST_PATIENCE_MS = 50
/** Beyond a second PostgreSQL makes its own tidying up give way. */
const LONGEST_PATIENCE_MS = 1500
const PAUSE_MS = 100

/**
 * The tables of another set take the place of those that are read, in one short transaction that compares nothing: it
 * takes in the last events, moves names and writes the checkpoints. What stood there is kept with its own checkpoint.
 * `note` is what is written down of it, in the same transaction.
 */
export async function putInPlace(
  options: ProjectorOptions,
  projection: Projection,
  from: OtherSet,
  { signal, note }: { signal?: AbortSignal | undefined; note?: (tx: TransactionSql) => Promise<void> } = {},
): Promise<boolean> {
  for (let patience = FIRST_PATIENCE_MS; !signal?.aborted; patience = Math.min(patience * 2, LONGEST_PATIENCE_MS)) {
    try {
      await options.sql.begin(async (transaction) => {
        const tx = transaction as unknown as TransactionSql
        await switchIn(tx, options, projection, from, patience)
        await note?.(tx)
      })
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
  const standing = await lockWhole(tx, 'read', name)
  if (standing.length === 0) throw new CheckpointMissing(name)
  // What was committed since the last batch, so that the new rows contain all that the standing ones do.
  await bringForward(tx, options, projection, from)
  const made = await align(tx, options, projection, from)
  await putTablesInPlace(tx, from, tables)
  await moveParked(tx, name, from)
  const names = standing.map((one) => one.name)
  const counter = await stand(tx, names, { ...made, version, settings })
  await giveParked(tx, name, names)
  await keepCheckpoints(tx, name, standing, from)
  const announcement = writeAnnouncement([{ projection: name, counter, keys: null }])
  await tx`select pg_notify(${MARKS_CHANNEL}, ${announcement})`
}

async function bringForward(
  tx: TransactionSql,
  options: ProjectorOptions,
  projection: Projection,
  schema: OtherSet,
): Promise<void> {
  const readers = await standingReaders(tx, schema, projection)
  while ((await step(tx, options, readers, schema)).stepped.some(({ more }) => more));
}

async function keepCheckpoints(
  tx: TransactionSql,
  projection: string,
  standing: readonly Checkpoint[],
  from: OtherSet,
): Promise<void> {
  for (const set of new Set([from, 'read_before']))
    await tx`delete from ${tx.unsafe(`${set}.checkpoint`)} where split_part(name, '/', 1) = ${projection}`
  for (const { name, version, settings, epoch, snapshot, target, reached, counter } of standing)
    await tx`
      insert into read_before.checkpoint (name, version, settings, epoch, snapshot, target, reached, counter)
      values (${name}, ${version}, ${settings}, ${epoch}, ${snapshot}, ${target}, ${reached}, ${counter})`
}

/** The keys that wait go with the rows that they wait for. */
async function moveParked(tx: TransactionSql, projection: string, from: OtherSet): Promise<void> {
  const take = (set: string) => tx<{ parked: unknown }[]>`
    delete from ${tx.unsafe(`${set}.parked_key`)} parked where split_part(reader, '/', 1) = ${projection}
    returning to_jsonb(parked) as parked`
  const give = (set: string, rows: readonly { parked: unknown }[]) => tx`
    insert into ${tx.unsafe(`${set}.parked_key`)}
    select * from jsonb_populate_recordset(null::read.parked_key, ${tx.json(rows.map(({ parked }) => parked) as never)})`
  const [coming, going] = [await take(from), await take('read')]
  await take('read_before')
  await give('read', coming)
  await give('read_before', going)
}
