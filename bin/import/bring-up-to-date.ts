import { connect } from '@/server/engine/database/postgres'
import type { Projection } from '@/server/engine/projections/projection'
import { catchUp, OutdatedRows, prepareProjections, type Watch } from '@/server/engine/projector/projector'
import { catchUpOrRebuild } from '@/server/engine/rebuilding/rebuild'
import { settleReaders } from '@/server/engine/worker/settle-readers'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { projections } from '@/server/read/registry'
import type { Progress } from './progress'

/** Two halves at once, each of which reads the log once: one folds while PostgreSQL writes the rows of the other. */
const HALVES = 2

type Options = { projectorUrl: string; timeZone: string; signal: AbortSignal; progress: Progress }

/**
 * Brings every read model up to the present. A worker that runs meanwhile does the same, and neither does anything
 * twice: rows and checkpoint commit together.
 */
export async function bringUpToDate({ projectorUrl, timeZone, signal, progress }: Options): Promise<void> {
  const settings = { synchronous_commit: 'off' }
  const sql = connect(projectorUrl, { name: 'tidemark import, projections', max: 2 * HALVES, settings })
  try {
    const options = { sql, definitions, poison: 'park' } as const
    const all = await settleReaders(options, projections({ timeZone }))
    await prepareProjections(sql, all)
    const [log] = await sql<{ last: number }[]>`select coalesce(max(position), 1) as last from write.event`
    const last = log?.last ?? 1
    const reached = new Map<string, number>()
    const total = all.length * last
    progress.total(total)
    const onProgress = (step: { projection: string; checkpoint: { reached: number } }) => {
      reached.set(step.projection, Math.max(step.checkpoint.reached, reached.get(step.projection) ?? 0))
      progress.reach([...reached.values()].reduce((sum, one) => sum + one, 0))
    }
    const half = (rest: number) => all.filter((_, index) => index % HALVES === rest)
    const halves = Array.from({ length: HALVES }, (_, rest) => half(rest))
    await Promise.all(halves.map((some) => catchUpSome(options, some, { signal, onProgress })))
    if (!signal.aborted) progress.reach(total)
  } finally {
    await sql.end()
  }
}

async function catchUpSome(
  options: Parameters<typeof catchUp>[0],
  some: readonly Projection[],
  watch: Watch,
): Promise<void> {
  try {
    await catchUp(options, some, watch)
  } catch (error) {
    if (!(error instanceof OutdatedRows)) throw error
    for (const projection of some) await catchUpOrRebuild(options, projection, watch)
  }
}
