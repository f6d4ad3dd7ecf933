import type { Sql, TransactionSql } from '../database/postgres'
import { type Checkpoint, findCheckpoint, findStanding } from '../log/checkpoint'
import type { EventDefinitions } from '../log/event'
import { findNotApplied, isApplied } from '../parking/not-applied'
import { type Audit, foldParts } from '../projections/audit'
import { ageOf } from '../projections/members'
import { readerOfKey } from '../projections/partitions'
import type { Audited, Projection } from '../projections/projection'
import { inOneSnapshot } from '../projector/fold-parts'
import { compare, type Drift, partsToSeeAgain, report, type Verdict } from './findings'
import { readAnywhere, readParts } from './log'

export type AuditOptions = { sql: Sql; definitions: EventDefinitions }

/**
 * Folds some parts of a projection anew from the log, and compares them with its rows: up to the checkpoint that one
 * snapshot shows together with the rows, so that nothing that happens meanwhile can look like a difference. Parts are
 * drawn from the rows and from the log, because a row that is missing cannot be drawn from the rows. For projections
 * whose events can be looked up; the others are walked for (walk.ts).
 */
export async function auditSample(options: AuditOptions, projection: Audited, count: number): Promise<Verdict> {
  const verdict = await inOneSnapshot(options.sql, async (tx) => {
    const { checkpoints } = await findStanding(tx, projection.name)
    const [first] = checkpoints
    if (!first || checkpoints.some((one) => ageOf(one, projection) !== 'current')) return new Map()
    const parts = await draw(tx, options.definitions, projection, count, first)
    const verdicts: [string, readonly Drift[]][] = []
    for (const checkpoint of checkpoints) {
      const own = parts.filter((part) => readerOfKey(checkpoints, part) === checkpoint)
      verdicts.push(...(await judgeParts(tx, options.definitions, projection, own, checkpoint)))
    }
    return new Map(verdicts)
  })
  if (verdict.size > 0) await report(options.sql, projection.name, verdict)
  return verdict
}

/** Where a projection stands, if its rows are those of this release. */
export async function currentCheckpoint(tx: TransactionSql, projection: Projection): Promise<Checkpoint | null> {
  const checkpoint = await findCheckpoint(tx, 'read.checkpoint', projection.name)
  return checkpoint && ageOf(checkpoint, projection) === 'current' ? checkpoint : null
}

/** Parts to look at: what was found before, some of the rows, and some that the log speaks of. */
export async function draw(
  tx: TransactionSql,
  definitions: EventDefinitions,
  { name, audit, handles }: Audited,
  count: number,
  place: Checkpoint,
): Promise<string[]> {
  const known = await partsToSeeAgain(tx, name, count)
  const ofRows = await audit.sample(tx, count)
  const events = await readAnywhere({ sql: tx, definitions, types: handles }, count, place)
  const waiting = await findNotApplied(tx, name)
  const ofLog = events.filter((event) => isApplied(event, waiting)).flatMap((event) => audit.partsOf(event))
  return [...new Set([...known, ...ofRows, ...ofLog.slice(0, count)])]
}

async function judgeParts(
  tx: TransactionSql,
  definitions: EventDefinitions,
  projection: Audited,
  parts: readonly string[],
  checkpoint: Checkpoint,
): Promise<Verdict> {
  const { audit, handles, name } = projection
  const events = await readParts({ sql: tx, definitions, types: handles }, audit, parts, checkpoint)
  const waiting = await findNotApplied(tx, name)
  const applied = events.filter((event) => isApplied(event, waiting))
  return compareParts(tx, audit, foldParts(audit, new Set(parts), applied), parts)
}

export async function compareParts(
  tx: TransactionSql,
  audit: Audit,
  states: ReadonlyMap<string, unknown>,
  parts: readonly string[],
): Promise<Verdict> {
  const settled = parts.filter((part) => audit.isSettled?.(states.get(part), part) ?? true)
  const living = await audit.living(tx, settled)
  const expected = await audit.expected(tx, new Map(settled.map((part) => [part, states.get(part)])))
  return new Map(settled.map((part) => [part, compare(living.get(part), expected.get(part))]))
}
