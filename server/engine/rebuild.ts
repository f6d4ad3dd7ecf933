import { MARKS_CHANNEL, writeAnnouncement } from './announcement'
import { advanceCheckpoints, ensureCheckpoint, lockCheckpoint } from './checkpoint'
import { readEpoch } from './log'
import { ageOf } from './members'
import type { Sql, TransactionSql } from './postgres'
import type { Projection } from './projection'
import { CheckpointMissing, catchUp, OutdatedRows, type ProjectorOptions, type Watch } from './projector'
import { replaceRows } from './replace-rows'
import { step } from './step'

/**
 * Makes a projection's rows anew from the log, beside those that queries go on reading, and puts them in their place in
 * one transaction: nobody sees an empty table, and no mark goes back. One that was broken off goes on where it stopped,
 * and two at once share the work. Answers whether the new rows stand.
 */
export async function rebuild(options: ProjectorOptions, projection: Projection, watch: Watch = {}): Promise<boolean> {
  await beginUnlessBegun(options.sql, projection)
  try {
    await catchUp(options, [projection], watch, 'read_next')
    if (watch.signal?.aborted) return false
    await options.sql.begin((tx) => putInPlace(tx as unknown as TransactionSql, options, projection))
  } catch (error) {
    // Somebody else worked on the same rebuild, and finished it first.
    if (!(error instanceof CheckpointMissing)) throw error
  }
  return true
}

/** Brings a projection up to the present, by making its rows anew where they are outdated. */
export async function catchUpOrRebuild(
  options: ProjectorOptions,
  projection: Projection,
  watch?: Watch,
): Promise<void> {
  try {
    await catchUp(options, [projection], watch)
  } catch (error) {
    if (!(error instanceof OutdatedRows)) throw error
    await rebuild(options, projection, watch)
  }
}

async function beginUnlessBegun(sql: Sql, projection: Projection): Promise<void> {
  const epoch = await readEpoch(sql)
  await sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    // Whoever begins or finishes a rebuild holds this one, so neither happens twice.
    if (!(await lockCheckpoint(tx, 'read.checkpoint', projection.name))) throw new CheckpointMissing(projection.name)
    const begun = await lockCheckpoint(tx, 'read_next.checkpoint', projection.name)
    if (begun?.epoch === epoch && ageOf(begun, projection) === 'current') return
    await clear(tx, projection)
    await ensureCheckpoint(tx, 'read_next.checkpoint', projection, epoch)
  })
}

async function putInPlace(tx: TransactionSql, options: ProjectorOptions, projection: Projection): Promise<void> {
  const { name, version, settings = '' } = projection
  const standing = await lockCheckpoint(tx, 'read.checkpoint', name)
  // What was committed since the last batch, so that the new rows contain all that the standing ones do.
  while ((await step(tx, options, [projection], 'read_next')).stepped.some(({ more }) => more));
  const made = await lockCheckpoint(tx, 'read_next.checkpoint', name)
  if (!standing || !made) throw new CheckpointMissing(name)
  for (const table of projection.tables) await replaceRows(tx, `read.${table}`, `read_next.${table}`)
  const { epoch, snapshot, target, reached } = made
  await tx`delete from read.parked_key where reader = ${name}`
  await tx`insert into read.parked_key select * from read_next.parked_key where reader = ${name}`
  const to = { version, settings, epoch, snapshot, target, reached }
  await advanceCheckpoints(tx, 'read.checkpoint', [{ from: standing, to }])
  await clear(tx, projection)
  const announcement = writeAnnouncement([{ projection: name, counter: standing.counter + 1, keys: null }])
  await tx`select pg_notify(${MARKS_CHANNEL}, ${announcement})`
}

async function clear(tx: TransactionSql, projection: Projection): Promise<void> {
  for (const table of projection.tables) await tx`delete from ${tx.unsafe(`read_next.${table}`)}`
  await tx`delete from read_next.checkpoint where name = ${projection.name}`
  await tx`delete from read_next.parked_key where reader = ${projection.name}`
}

/** Whether a rebuild was begun and is not finished. */
export async function isBeingRebuilt(sql: Sql, name: string): Promise<boolean> {
  const rows = await sql`select from read_next.checkpoint where name = ${name}`
  return rows.length > 0
}
