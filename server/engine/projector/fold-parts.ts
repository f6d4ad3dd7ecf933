import type { Sql, TransactionSql } from '../database/postgres'
import { type Checkpoint, findCheckpoint } from '../log/checkpoint'
import { readBetween } from '../log/read-between'
import { readNew, startOfDifference } from '../log/read-new'
import { isApplied, type NotApplied } from '../parking/not-applied'
import { foldParts } from '../projections/audit'
import type { Audited } from '../projections/projection'
import type { ProjectorOptions } from './projector'

const BATCH = 1000
/** Read while the projection waits for us. */
const MOST_UNDER_LOCK = 20_000

export type PartsFold = {
  projection: Audited
  parts: ReadonlySet<string>
  /** What is left out. */
  waiting: NotApplied
}

/** What the log says of parts, up to a snapshot. */
export type Folded = { snapshot: string; states: Map<string, unknown> }

/**
 * Folds parts from the first event of the log up to where their projection stands, while that one goes on; and then what
 * it took in meanwhile, until that is little.
 */
export async function foldFromStart(
  { sql, definitions }: Pick<ProjectorOptions, 'sql' | 'definitions'>,
  { projection, parts, waiting }: PartsFold,
  signal?: AbortSignal,
): Promise<Folded> {
  const { audit, handles, name } = projection
  const states = (await inOneSnapshot(sql, async (tx) => audit.begin?.(tx, [...parts]))) ?? new Map<string, unknown>()

  /** Answers how many batches there were. */
  async function foldBetween(from: string, target: string): Promise<number> {
    let batches = 0
    let place = { snapshot: from, target: target as string | null, reached: await startAfter(sql, from) }
    for (; place.target !== null; batches++) {
      signal?.throwIfAborted()
      const { events, next } = await readNew(sql, definitions, place, handles, BATCH)
      const applied = events.filter((event) => isApplied(event, waiting))
      foldParts(audit, parts, applied, states)
      place = next ?? { snapshot: target, target: null, reached: 0 }
    }
    return batches
  }

  for (let snapshot = BEFORE_ALL; ; ) {
    const standing = (await findCheckpoint(sql, 'read.checkpoint', name))?.snapshot ?? snapshot
    const batches = await foldBetween(snapshot, standing)
    if (batches <= 1) return { snapshot: standing, states }
    snapshot = standing
  }
}

/** Folds what the checkpoint, which is locked, contains besides; null where that is too much to be waited for. */
export async function foldRest(
  tx: TransactionSql,
  { definitions }: Pick<ProjectorOptions, 'definitions'>,
  { projection, parts, waiting }: PartsFold,
  { snapshot, states }: Folded,
  checkpoint: Checkpoint,
): Promise<Map<string, unknown> | null> {
  const log = { sql: tx, definitions, types: projection.handles }
  const rest = await readBetween(log, snapshot, checkpoint, MOST_UNDER_LOCK)
  const applied = rest?.filter((event) => isApplied(event, waiting))
  return applied ? foldParts(projection.audit, parts, applied, states) : null
}

export function inOneSnapshot<Done>(sql: Sql, act: (tx: TransactionSql) => Promise<Done>): Promise<Done> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx`set local search_path to read`
    return act(tx as unknown as TransactionSql)
  }) as Promise<Done>
}

const BEFORE_ALL = '1:1:'

const startAfter = async (sql: Sql, snapshot: string) =>
  snapshot === BEFORE_ALL ? 0 : ((await startOfDifference(sql, snapshot)) ?? 0)
