import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '../database/postgres'
import { wholeOf } from '../projections/partitions'
import type { Projection } from '../projections/projection'
import { catchUp, OutdatedRows, type ProjectorOptions, type Watch } from '../projector/projector'
import { askForRebuild, findRebuild, madeBy } from './rebuild-row'
import { workOffRebuilds } from './work-off-rebuilds'

const LOOK_EVERY_MS = 100

/**
 * Makes a projection's rows anew from the log, beside those that queries go on reading, which then make room for them in
 * one short transaction: nobody sees an empty table, and no mark goes back (docs/decisions/0032). Whoever is at it
 * already, here or in another process, is waited for. Answers whether the new rows stand.
 */
export async function rebuild(options: ProjectorOptions, projection: Projection, watch: Watch = {}): Promise<boolean> {
  await askForRebuild(options.sql, projection)
  return untilRebuilt({ ...options, sql: options.besideSql ?? options.sql }, projection, watch)
}

/** Brings a projection up to the present, by making its rows anew where they are outdated. */
export async function catchUpOrRebuild(
  options: ProjectorOptions,
  projection: Projection,
  watch: Watch = {},
): Promise<void> {
  try {
    await catchUp(options, [projection], watch)
  } catch (error) {
    if (!(error instanceof OutdatedRows)) throw error
    const whole = wholeOf(projection)
    const last = await findRebuild(options.sql, whole.name)
    const isUnwanted = last?.state === 'cancelled' && last.made === madeBy(whole)
    if (isUnwanted) throw new Error(`${whole.name} stays as it was: its rebuild was cancelled. Ask for it again.`)
    await rebuild(options, whole, watch)
  }
}

async function untilRebuilt(options: ProjectorOptions, projection: Projection, watch: Watch): Promise<boolean> {
  for (;;) {
    await workOffRebuilds(options, [projection], watch)
    const row = await findRebuild(options.sql, projection.name)
    if (row?.state === 'done') return true
    if (row?.state === 'failed') throw new Error(row.failure ?? `The rebuild of ${projection.name} failed.`)
    if (!row || row.state === 'cancelled' || watch.signal?.aborted) return false
    await sleep(LOOK_EVERY_MS, undefined, { signal: watch.signal }).catch(() => {})
  }
}

/** Whether a rebuild was begun and is not finished. */
export async function isBeingRebuilt(sql: Sql, name: string): Promise<boolean> {
  const rows = await sql`select from read_next.checkpoint where name = ${name}`
  return rows.length > 0
}
