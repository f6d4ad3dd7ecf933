import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { checkpoint } from '@/db/read/schema'
import { staff } from '@/server/actor'
import { measureLag } from '@/server/engine/log/lag'
import { defineQuery } from '@/server/engine/queries/query'
import type { ProjectionStatusView } from './projection-status.view'

/**
 * Whether what screens show is up to date. The query role sees the checkpoints and not the log; how far the log has
 * gone on since is asked for in `complete`, so that a dead worker shows too.
 */
export const listProjections = defineQuery<Record<string, never>, ProjectionStatusView, never>({
  name: 'listProjections',
  // Its rows are the checkpoints themselves; every answer needs a mark, and this one serves as well as any other.
  projection: 'revenue',
  input: z.object({}),
  handles: [],
  permits: staff,
  read: async (db) => {
    const projections = await db
      .select({
        projection: checkpoint.name,
        behind: sql<number>`0`,
        lagMs: sql<number>`0`,
        counter: checkpoint.counter,
        updatedAt: checkpoint.updatedAt,
        snapshot: sql<string>`${checkpoint.snapshot}::text`,
        target: sql<string | null>`${checkpoint.target}::text`,
        reached: checkpoint.reached,
      })
      .from(checkpoint)
      .orderBy(checkpoint.name)
    return { projections, lagMs: 0 }
  },
  apply: (view) => view,
  complete: async ({ projections }, log) => {
    const lags = await measureLag(
      log,
      projections.map((one) => ({ ...one, name: one.projection })),
    )
    const measured = projections.map((one) => {
      const lag = lags.find(({ name }) => name === one.projection)
      return { ...one, behind: lag?.behind ?? 0, lagMs: Math.round(lag?.lagMs ?? 0) }
    })
    return { projections: measured, lagMs: Math.max(0, ...measured.map(({ lagMs }) => lagMs)) }
  },
})
