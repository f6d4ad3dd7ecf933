import { findCheckpoint } from '@/server/engine/checkpoint'
import { measureLag } from '@/server/engine/lag'
import { ageOf } from '@/server/engine/members'
import type { Sql } from '@/server/engine/postgres'
import type { Projection } from '@/server/engine/projection'
import { isBeingRebuilt } from '@/server/engine/rebuild'

/** Says of each projection how far it is behind the log, and whether its rows are as this release makes them. */
export async function tellStatus(sql: Sql, projections: readonly Projection[]): Promise<void> {
  for (const projection of projections) {
    const checkpoint = await findCheckpoint(sql, 'read.checkpoint', projection.name)
    if (!checkpoint) continue
    const [lag] = await measureLag(sql, [checkpoint])
    const notes = [
      lag && lag.behind > 0 ? `${lag.behind} events behind, for ${durationOf(lag.lagMs)}` : 'up to date',
      ageOf(checkpoint, projection) === 'outdated' && 'rows are outdated: the worker rebuilds them',
      (await isBeingRebuilt(sql, projection.name)) && 'a rebuild is begun',
    ]
    console.log(`${projection.name.padEnd(20)} ${notes.filter(Boolean).join('; ')}`)
  }
}

function durationOf(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 120_000) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.round(ms / 60_000)} min`
}
