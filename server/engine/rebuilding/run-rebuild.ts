import type { Sql, TransactionSql } from '../database/postgres'
import { CheckpointMoved } from '../log/checkpoint'
import { isPassing } from '../parking/parked'
import { ProjectionFailed } from '../parking/poison'
import type { Projection } from '../projections/projection'
import { CheckpointMissing, catchUp, type ProjectorOptions, type Watch } from '../projector/projector'
import { beginBeside, dropBeside, groupsOf } from './beside'
import { compareSets } from './compare'
import { fill } from './fill'
import type { Filling } from './filler'
import { createPace, type Pace } from './pace'
import { putInPlace } from './put-in-place'
import { endRebuild, findRebuild, noteComparison, tellRebuild } from './rebuild-row'
import { finishNext } from './table-sets'

type Run = { options: ProjectorOptions; watch: Watch }

/**
 * Rebuilds projections that somebody asked for, until they stand or it is wished otherwise: those that can be folded in
 * memory by one walk through the log. Called by one process at a time (rebuild-asked.ts).
 */
export async function runRebuilds(run: Run, projections: readonly Projection[]): Promise<void> {
  const { sql } = run.options
  const begun: Filling[] = []
  for (const projection of projections) {
    await tellRebuild(sql, projection.name, { state: 'filling' })
    begun.push({ projection, checkpoint: await beginBeside(sql, projection) })
  }
  for (const group of groupsOf(begun)) await runGroup(run, group)
  for (const { projection } of begun) if (!projection.foldsInMemory) await finish(run, projection)
}

async function runGroup(run: Run, group: readonly Filling[]): Promise<void> {
  const { sql } = run.options
  const all = group.map(({ projection }) => projection)
  const finished: Projection[] = []
  try {
    const isFilled = await endingIfItFails(sql, all, () => fillGroup(run, group))
    for (const projection of all) {
      await (isFilled ? finish(run, projection) : obey(sql, projection))
      finished.push(projection)
    }
  } catch (error) {
    if (!(error instanceof ProjectionFailed)) throw error
    // The others go on without it, from where they were written last.
    const others = all.filter((one) => one.name !== error.projection && !finished.includes(one))
    if (others.length === 0) throw error
    await runRebuilds(run, others)
    throw error
  }
}

async function fillGroup(run: Run, group: readonly Filling[]): Promise<boolean> {
  const pace = createPace(
    run.options.sql,
    group.map(({ projection }) => projection.name),
    run.watch.signal,
  )
  return fill(run.options, group, {
    pace: pace.keep,
    onStretch({ events, way }) {
      pace.at(way.reached, way.last)
      for (const { projection, checkpoint } of group) {
        const { name } = projection
        const place = { snapshot: way.snapshot, target: way.target, reached: way.reached }
        run.watch.onProgress?.({
          projection: name,
          events: events.get(name) ?? 0,
          checkpoint: { ...checkpoint, ...place },
        })
      }
    },
  })
}

/** What is left when the log was walked through: indexes, what came meanwhile, the comparison, the switch. */
async function finish(run: Run, projection: Projection): Promise<void> {
  const { sql } = run.options
  const { name } = projection
  await endingIfItFails(sql, [projection], async () => {
    const pace = createPace(sql, [name], run.watch.signal)
    const isBuilt = await build(run, projection, pace)
    if (!isBuilt) return obey(sql, projection)
    if (!(await pace.tell({ state: 'switching' }))) return obey(sql, projection)
    // Noted with it: who took it for undone would build it again, and keep these rows as those from before.
    const note = (tx: TransactionSql) => endRebuild(tx, name, { state: 'done' })
    await putInPlace(run.options, projection, 'read_next', { signal: run.watch.signal, note })
  })
}

async function build(run: Run, projection: Projection, pace: Pace): Promise<boolean> {
  const { sql } = run.options
  if (!projection.foldsInMemory && !(await walk(run, projection, pace))) return false
  if (!(await pace.tell({ state: 'indexing', perSecond: 0, resting: false }))) return false
  await finishNext(sql, projection.tables)
  if (!(await pace.tell({ state: 'catching up' }))) return false
  if (!(await walk(run, projection, pace))) return false
  if (!(await pace.tell({ state: 'comparing' }))) return false
  const compared = await compareSets(run.options, projection)
  if (compared) await noteComparison(sql, projection.name, compared)
  return true
}

/** Step by step, as living rows are brought forward. */
async function walk({ options, watch }: Run, projection: Projection, pace: Pace): Promise<boolean> {
  const [log] = await options.sql<{ last: number }[]>`select coalesce(max(position), 0) as last from write.event`
  const last = log?.last ?? 0
  let goesOn = true
  const own: Watch = {
    ...watch,
    onProgress(progress) {
      pace.at(progress.checkpoint.target === null ? last : progress.checkpoint.reached, last)
      watch.onProgress?.(progress)
    },
    async pace() {
      goesOn = await pace.keep()
      return goesOn
    },
  }
  await catchUp(options, [projection], own, 'read_next')
  return goesOn && !watch.signal?.aborted
}

/** What was wished for meanwhile, or nothing where this process is only asked to leave. */
async function obey(sql: Sql, projection: Projection): Promise<void> {
  const row = await findRebuild(sql, projection.name)
  if (row?.wish === 'pause') await tellRebuild(sql, projection.name, { state: 'paused', perSecond: 0, resting: false })
  if (row?.wish !== 'cancel') return
  await dropBeside(sql, projection)
  await endRebuild(sql, projection.name, { state: 'cancelled' })
}

async function endingIfItFails<Done>(
  sql: Sql,
  projections: readonly Projection[],
  work: () => Promise<Done>,
): Promise<Done> {
  try {
    return await work()
  } catch (error) {
    // Somebody else is at it, or the way to the database is gone: whoever comes next goes on from where it is.
    if (error instanceof CheckpointMissing || error instanceof CheckpointMoved || isPassing(error)) throw error
    const failure = error instanceof Error ? error.message : String(error)
    const failed = error instanceof ProjectionFailed ? [error.projection] : projections.map(({ name }) => name)
    for (const name of failed) await endRebuild(sql, name, { state: 'failed', failure })
    throw error
  }
}
