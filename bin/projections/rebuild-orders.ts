import type { Sql } from '@/server/engine/database/postgres'
import type { Projection } from '@/server/engine/projections/projection'
import { dropKept, giveBack, type NothingKept } from '@/server/engine/rebuilding/give-back'
import {
  askForRebuild,
  findRebuild,
  isOver,
  type RebuildWish,
  steerRebuild,
} from '@/server/engine/rebuilding/rebuild-row'
import { workOffRebuilds } from '@/server/engine/rebuilding/work-off-rebuilds'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { followRebuilds, tellRebuilds } from './follow-rebuilds'

/** Asks for rebuilds and follows them. Answers whether the new rows stand. */
export async function rebuildEach(sql: Sql, wanted: readonly Projection[], signal: AbortSignal): Promise<boolean> {
  for (const projection of wanted) await askForRebuild(sql, projection)
  const isDone = tellRebuilds(await followRebuilds(sql, wanted, signal))
  if (signal.aborted && !isDone) {
    const names = wanted.map(({ name }) => name).join(' ')
    console.error(
      `Stopped. Screens show the rows that stood there. A worker that runs goes on; to follow it, or to go on without one: npm run projections -- rebuild ${names}`,
    )
  }
  return isDone
}

/** Pauses, goes on with or cancels rebuilds that are not over. Answers whether there were any. */
export async function steerEach(sql: Sql, wanted: readonly Projection[], wish: RebuildWish): Promise<boolean> {
  const steered: Projection[] = []
  for (const projection of wanted) if (await steerRebuild(sql, projection.name, wish)) steered.push(projection)
  if (steered.length === 0) console.error('No rebuild of these is under way.')
  // Where nobody is at it, that is all there is to do.
  if (wish !== 'run') await workOffRebuilds({ sql, definitions }, steered)
  for (const { name } of steered) {
    const row = await findRebuild(sql, name)
    if (row) console.log(`${name}: ${isOver(row) || row.state === 'paused' ? row.state : SAID[wish]}`)
  }
  return steered.length > 0
}

const SAID = {
  run: 'goes on, as soon as a worker is there',
  pause: 'is about to pause',
  cancel: 'is about to be cancelled',
} as const

/** Returns to the rows that stood before the last rebuild. Answers whether all could be returned to. */
export async function returnEach(sql: Sql, wanted: readonly Projection[]): Promise<boolean> {
  let isDone = true
  for (const projection of wanted) {
    const outcome = await giveBack({ sql, definitions, poison: 'park' }, projection)
    console.log(`${projection.name}: ${OUTCOMES[outcome]}`)
    isDone &&= outcome === 'returned'
  }
  return isDone
}

const OUTCOMES: Record<'returned' | NothingKept, string> = {
  returned: 'pages show the rows from before the rebuild, up to date; those that it made are kept instead',
  'nothing kept': 'nothing is kept from before a rebuild',
  'other version': 'what is kept was made by another version: deploy that release, and return from there',
  'other log': 'what is kept was made from another log',
}

export async function dropEach(sql: Sql, wanted: readonly Projection[]): Promise<void> {
  for (const projection of wanted) {
    const wasKept = await dropKept(sql, projection)
    console.log(`${projection.name}: ${wasKept ? 'what stood before the rebuild is gone' : OUTCOMES['nothing kept']}`)
  }
}
