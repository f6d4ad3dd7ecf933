import type { AnySql, TransactionSql } from '../database/postgres'
import { findCheckpoint, lockCheckpoint, type Place } from '../log/checkpoint'
import { findNotApplied, isSame, type NotApplied } from '../parking/not-applied'
import { type Healed, isPassing, makeDue, noteFailure, readParked, release } from '../parking/parked'
import { ageOf } from '../projections/members'
import type { Audited } from '../projections/projection'
import { announceAnew } from './announce-anew'
import { foldFromStart, foldRest, type PartsFold } from './fold-parts'
import type { ProjectorOptions } from './projector'

const TABLE = 'read.parked_key'

/**
 * Heals parked keys by making all parts anew that their events concern, from the first event of the log: while a product
 * waited to be created, orders of it found no row and were passed by. What waits of other keys goes on waiting.
 */
export async function healByReplay(
  options: ProjectorOptions,
  projection: Audited,
  keys: readonly string[],
  signal?: AbortSignal,
): Promise<Healed> {
  try {
    return await makeAnew(options, projection, keys, signal)
  } catch (error) {
    if (isPassing(error) || signal?.aborted) throw error
    const [key, ...others] = keys
    // One of several keeps the others from being healed: it is found by halves.
    const middle = Math.ceil(keys.length / 2)
    const halves = others.length > 0 ? [keys.slice(0, middle), keys.slice(middle)] : []
    for (const half of halves) await healByReplay(options, projection, half, signal)
    if (key && others.length === 0) await noteFailure(options.sql, TABLE, projection.name, key, error)
    return 'failed'
  }
}

async function makeAnew(
  options: ProjectorOptions,
  projection: Audited,
  keys: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Healed> {
  const { sql, definitions } = options
  const { name } = projection
  const place = await findCheckpoint(sql, 'read.checkpoint', name)
  if (!place) return 'gone'
  // Where it has a long way to go, we wait till it is there: it takes in more than may be read under its lock.
  if (place.target !== null) return postpone(sql, name, keys)
  const waiting = await findNotApplied(sql, name)
  const parts = await partsOf(sql, options, projection, takeOut(waiting, keys), place)
  const fold: PartsFold = { projection, parts, waiting }
  const folded = await foldFromStart({ sql, definitions }, fold, signal)
  return sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    const checkpoint = await lockCheckpoint(tx, 'read.checkpoint', name)
    if (!checkpoint || ageOf(checkpoint, projection) !== 'current') return 'gone'
    const still = await findNotApplied(tx, name)
    const own = takeOut(still, keys)
    if (own.size === 0) return 'gone'
    const states = isSame(still, waiting) ? await foldRest(tx, options, fold, folded, checkpoint) : null
    const concerned = await partsOf(tx, options, projection, own, checkpoint)
    const isFolded = [...concerned].every((part) => parts.has(part))
    if (!states || !isFolded) return postpone(tx, name, keys)
    await tx`set local search_path to read`
    for (const part of parts) await projection.audit.write(tx, part, states.get(part))
    for (const key of own.keys()) await release(tx, TABLE, name, key)
    await announceAnew(tx, checkpoint, null)
    return 'healed'
  })
}

/** Takes those of these keys that wait out of all that wait. */
function takeOut(waiting: Map<string, number>, keys: readonly string[]): NotApplied {
  const taken = new Map([...waiting].filter(([key]) => keys.includes(key)))
  for (const key of taken.keys()) waiting.delete(key)
  return taken
}

/** The parts that the events concern which wait. */
async function partsOf(
  sql: AnySql,
  { definitions }: Pick<ProjectorOptions, 'definitions'>,
  { audit, handles }: Audited,
  waiting: NotApplied,
  place: Place,
): Promise<Set<string>> {
  const parts = new Set<string>()
  for (const [key, position] of waiting) {
    const events = await readParked(sql, definitions, { key, position }, handles, place)
    for (const part of events.flatMap((event) => audit.partsOf(event))) parts.add(part)
  }
  return parts
}

/** They are due at once. */
async function postpone(sql: AnySql, reader: string, keys: readonly string[]): Promise<'behind'> {
  for (const key of keys) await makeDue(sql, TABLE, reader, key)
  return 'behind'
}
