import { connect } from '@/server/engine/postgres'
import { prepareProjections } from '@/server/engine/projector'
import { catchUpOrRebuild } from '@/server/engine/rebuild'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { projections } from '@/server/read/registry'
import type { Progress } from './progress'

/** Projections at once: one folds while PostgreSQL writes the rows of the other. */
const IN_FLIGHT = 2

type Options = { projectorUrl: string; timeZone: string; signal: AbortSignal; progress: Progress }

/**
 * Brings every read model up to the present. A worker that runs meanwhile does the same, and neither does anything
 * twice: rows and checkpoint commit together.
 */
export async function bringUpToDate({ projectorUrl, timeZone, signal, progress }: Options): Promise<void> {
  const sql = connect(projectorUrl, { name: 'tidemark import, projections', max: IN_FLIGHT })
  try {
    const all = projections({ timeZone })
    await prepareProjections(sql, all)
    const [log] = await sql<{ last: number }[]>`select coalesce(max(position), 1) as last from write.event`
    const last = log?.last ?? 1
    const reached = new Map(all.map(({ name }) => [name, 0]))
    progress.total(all.length * last)
    const advance = (name: string, position: number) => {
      reached.set(name, Math.max(position, reached.get(name) ?? 0))
      progress.reach([...reached.values()].reduce((sum, one) => sum + one))
    }
    const rest = all.values()
    const work = async () => {
      for (const projection of rest) {
        const onProgress = (step: { checkpoint: { reached: number } }) =>
          advance(projection.name, step.checkpoint.reached)
        await catchUpOrRebuild({ sql, definitions, poison: 'park' }, projection, { signal, onProgress })
        advance(projection.name, last)
      }
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, work))
  } finally {
    await sql.end()
  }
}
