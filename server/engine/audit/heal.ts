import type { TransactionSql } from '../database/postgres'
import { type Checkpoint, findCheckpoint, findStanding, lockCheckpoint } from '../log/checkpoint'
import { readNew } from '../log/read-new'
import { ageOf } from '../projections/members'
import { readerOfKey } from '../projections/partitions'
import { announceAnew } from '../projector/heal'
import { forgetFinding } from './findings'
import { readBetween, readParts } from './log'
import { type Audited, type AuditOptions, foldParts, inOneSnapshot, waitingFrom } from './sample'

/**
 * What became of a part that was to be made anew. `behind`: the projection takes in too much meanwhile; try again.
 * `unsettled`: what it is counted from has changed since, or differs from the log itself.
 */
export type Replayed = 'healed' | 'outdated' | 'parked' | 'behind' | 'unsettled'

const BATCH = 1000
/** Read while the projection waits for us. */
const MOST_UNDER_LOCK = 20_000

/**
 * Makes the rows of one part anew from its first event, under the lock of the checkpoint, so that they contain exactly
 * what the checkpoint says. A part of a parked key is no longer parked then. Where the events of a part may stand
 * anywhere, the log is read before the lock is taken, and only what came meanwhile under it.
 */
export async function replay(options: AuditOptions, projection: Audited, part: string): Promise<Replayed> {
  const { audit } = projection
  const before = audit.evidence === 'log' ? await foldWholeLog(options, projection, part) : null
  return options.sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    const { checkpoints } = await findStanding(tx, projection.name)
    const reader = readerOfKey(checkpoints, part)
    const checkpoint = reader && (await lockCheckpoint(tx, 'read.checkpoint', reader.name))
    if (!checkpoint || ageOf(checkpoint, projection) !== 'current') return 'outdated'
    await tx`set local search_path to read`
    const folded = await foldRest({ tx, options, projection, part, checkpoint }, before)
    if (typeof folded === 'string') return folded
    if (audit.isSettled?.(folded.get(part), part) === false) return 'unsettled'
    await audit.write(tx, part, folded.get(part))
    if (audit.evidence === 'stream')
      await tx`delete from read.parked_key where reader = ${checkpoint.name} and key = ${part}`
    await forgetFinding(tx, projection.name, part)
    await announceAnew(tx, checkpoint, null)
    return 'healed'
  }) as Promise<Replayed>
}

type Walked = { snapshot: string; states: Map<string, unknown> }

async function foldWholeLog({ sql, definitions }: AuditOptions, projection: Audited, part: string): Promise<Walked> {
  const { audit } = projection
  const states = (await inOneSnapshot(sql, async (tx) => audit.begin?.(tx, [part]))) ?? new Map<string, unknown>()
  const standing = await findCheckpoint(sql, 'read.checkpoint', projection.name)
  const snapshot = standing?.snapshot ?? '1:1:'
  let place = { snapshot: '1:1:', target: snapshot as string | null, reached: 0 }
  while (place.target !== null) {
    const { events, next } = await readNew(sql, definitions, place, projection.handles, BATCH)
    foldParts(audit, new Set([part]), events, states)
    place = next ?? { snapshot, target: null, reached: 0 }
  }
  return { snapshot, states }
}

type Rest = { tx: TransactionSql; options: AuditOptions; projection: Audited; part: string; checkpoint: Checkpoint }

async function foldRest(
  { tx, options: { definitions }, projection, part, checkpoint }: Rest,
  walked: Walked | null,
): Promise<Map<string, unknown> | 'parked' | 'behind'> {
  const { audit, handles, name } = projection
  const log = { tx, definitions, types: handles }
  const wanted = new Set([part])
  if (!walked) {
    const events = await readParts(log, audit, [part], checkpoint)
    const waiting = audit.evidence === 'event' ? await waitingFrom(tx, name) : new Map<string, number>()
    const isApplied = ({ key, position }: { key: string; position: number }) =>
      position < (waiting.get(key) ?? Infinity)
    return foldParts(audit, wanted, events.filter(isApplied))
  }
  // What waits of other keys was read with the rest: made anew now, the part would contain it twice in the end.
  if ((await waitingFrom(tx, name)).size > 0) return 'parked'
  const rest = await readBetween(log, walked.snapshot, checkpoint, MOST_UNDER_LOCK)
  return rest ? foldParts(audit, wanted, rest, walked.states) : 'behind'
}
