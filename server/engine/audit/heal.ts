import type { TransactionSql } from '../database/postgres'
import { type Checkpoint, findStanding, lockCheckpoint } from '../log/checkpoint'
import { findNotApplied, isApplied } from '../parking/not-applied'
import { foldParts } from '../projections/audit'
import { ageOf } from '../projections/members'
import { readerOfKey } from '../projections/partitions'
import type { Audited } from '../projections/projection'
import { announceAnew } from '../projector/announce-anew'
import { type Folded, foldFromStart, foldRest, type PartsFold } from '../projector/fold-parts'
import { forgetFinding } from './findings'
import { readParts } from './log'
import type { AuditOptions } from './sample'

/**
 * What became of a part that was to be made anew. `behind`: the projection takes in too much meanwhile; try again.
 * `unsettled`: what it is counted from has changed since, or differs from the log itself.
 */
export type Replayed = 'healed' | 'outdated' | 'parked' | 'behind' | 'unsettled'

/**
 * Makes the rows of one part anew from its first event, under the lock of the checkpoint, so that they contain exactly
 * what the checkpoint says. A part of a parked key is no longer parked then. Where the events of a part may stand
 * anywhere, the log is read before the lock is taken, and only what came meanwhile under it.
 */
export async function replay(options: AuditOptions, projection: Audited, part: string): Promise<Replayed> {
  const { audit, name } = projection
  // Beforehand, because whoever waits may do so at an event that nobody can fold.
  if (audit.evidence === 'log' && (await findNotApplied(options.sql, name)).size > 0) return 'parked'
  const before = audit.evidence === 'log' ? await foldFromStart(options, allOf(projection, part)) : null
  return options.sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    const { checkpoints } = await findStanding(tx, projection.name)
    const reader = readerOfKey(checkpoints, part)
    const checkpoint = reader && (await lockCheckpoint(tx, 'read.checkpoint', reader.name))
    if (!checkpoint || ageOf(checkpoint, projection) !== 'current') return 'outdated'
    await tx`set local search_path to read`
    const folded = await foldUpTo({ tx, options, projection, part, checkpoint }, before)
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

type Rest = { tx: TransactionSql; options: AuditOptions; projection: Audited; part: string; checkpoint: Checkpoint }

async function foldUpTo(
  { tx, options, projection, part, checkpoint }: Rest,
  walked: Folded | null,
): Promise<Map<string, unknown> | 'parked' | 'behind'> {
  const { audit, handles, name } = projection
  const waiting = await findNotApplied(tx, name)
  if (!walked) {
    const events = await readParts(
      { sql: tx, definitions: options.definitions, types: handles },
      audit,
      [part],
      checkpoint,
    )
    const applied = audit.evidence === 'event' ? events.filter((event) => isApplied(event, waiting)) : events
    return foldParts(audit, new Set([part]), applied)
  }
  // What waits of other keys was read with the rest: made anew now, the part would contain it twice in the end.
  if (waiting.size > 0) return 'parked'
  return (await foldRest(tx, options, allOf(projection, part), walked, checkpoint)) ?? 'behind'
}

const allOf = (projection: Audited, part: string): PartsFold => ({
  projection,
  parts: new Set([part]),
  waiting: new Map(),
})
