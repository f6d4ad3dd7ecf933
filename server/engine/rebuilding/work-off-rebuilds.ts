import type { Sql } from '../database/postgres'
import type { Projection } from '../projections/projection'
import type { ProjectorOptions, Watch } from '../projector/projector'
import { dropBeside } from './beside'
import { whileNobodyElse } from './one-at-a-time'
import { endRebuild, isOver, listRebuilds, type RebuildRow, tellRebuild } from './rebuild-row'
import { runRebuilds } from './run-rebuild'

/**
 * Does what is wished of rebuilds, if nobody else is at it. However often and by however many processes this is called,
 * one of them works, and when it dies the next one goes on where it was.
 */
export async function workOffRebuilds(
  options: ProjectorOptions,
  projections: readonly Projection[],
  watch: Watch = {},
): Promise<void> {
  if (!(await hasWork(options.sql, projections))) return
  await whileNobodyElse(options.sql, async () => {
    const rows = await wishesOf(options.sql, projections)
    for (const { row, projection } of rows) {
      if (row.wish === 'pause')
        await tellRebuild(options.sql, row.name, { state: 'paused', perSecond: 0, resting: false })
      if (row.wish !== 'cancel') continue
      await dropBeside(options.sql, projection)
      await endRebuild(options.sql, row.name, { state: 'cancelled' })
    }
    const wanted = rows.filter(({ row }) => row.wish === 'run').map(({ projection }) => projection)
    if (wanted.length > 0) await runRebuilds({ options, watch }, wanted)
  })
}

type Wished = { row: RebuildRow; projection: Projection }

async function wishesOf(sql: Sql, projections: readonly Projection[]): Promise<Wished[]> {
  const rows = (await listRebuilds(sql)).filter((row) => !isOver(row))
  return rows.flatMap((row) => {
    const projection = projections.find(({ name }) => name === row.name)
    return projection ? [{ row, projection }] : []
  })
}

async function hasWork(sql: Sql, projections: readonly Projection[]): Promise<boolean> {
  const wishes = await wishesOf(sql, projections)
  return wishes.some(({ row }) => !(row.wish === 'pause' && row.state === 'paused'))
}
