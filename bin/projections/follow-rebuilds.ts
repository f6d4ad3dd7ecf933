import { setTimeout as sleep } from 'node:timers/promises'
import { Presets, SingleBar } from 'cli-progress'
import type { Sql } from '@/server/engine/database/postgres'
import { findWorkerSessions } from '@/server/engine/database/worker-sessions'
import type { Projection } from '@/server/engine/projections/projection'
import { isOver, listRebuilds, type RebuildRow } from '@/server/engine/rebuilding/rebuild-row'
import { workOffRebuilds } from '@/server/engine/rebuilding/work-off-rebuilds'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { WORKER_SESSIONS } from '@/server/worker-names'
import { linesOfRebuild } from './lines-of-rebuild'

const FORMAT = '{name} {bar} {percentage}% · {state} · {toGo} events to go · {rate}/s · {left} left'
const LOOK_EVERY_MS = 250
const count = (amount: number) => Math.round(amount).toLocaleString('en-GB')

/**
 * Shows rebuilds that were asked for under a bar, until they are over or paused. A worker does the work, and where none
 * runs this process does. Answers the rows as they are at last.
 */
export async function followRebuilds(
  sql: Sql,
  projections: readonly Projection[],
  signal: AbortSignal,
): Promise<RebuildRow[]> {
  const names = projections.map(({ name }) => name)
  const bar = new SingleBar({ format: FORMAT, clearOnComplete: true, gracefulExit: false }, Presets.shades_classic)
  const hand = createHand(sql, projections, signal)
  bar.start(1, 0, { name: '', state: '', toGo: '–', rate: '–', left: '–' })
  try {
    for (;;) {
      const rows = (await listRebuilds(sql)).filter(({ name }) => names.includes(name))
      draw(bar, rows)
      if (signal.aborted || rows.every((row) => isOver(row) || row.state === 'paused')) return rows
      await hand.lend()
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {})
    }
  } finally {
    bar.stop()
    await hand.idle()
  }
}

/** Says what became of them. Answers whether all new rows stand. */
export function tellRebuilds(rows: readonly RebuildRow[]): boolean {
  for (const row of rows.toSorted((a, b) => a.name.localeCompare(b.name))) {
    for (const line of linesOfRebuild(row)) console.log(line)
  }
  return rows.every(({ state }) => state === 'done')
}

/** Works where no worker does. */
function createHand(sql: Sql, projections: readonly Projection[], signal: AbortSignal) {
  let running: Promise<void> | null = null
  let failure: unknown = null
  return {
    async lend() {
      if (failure) throw failure
      if (running) return
      const { connected } = await findWorkerSessions(sql, [WORKER_SESSIONS.rebuilding])
      if (connected > 0) return
      running = workOffRebuilds({ sql, definitions, poison: 'park' }, projections, { signal })
        .catch((error) => {
          failure = error
        })
        .finally(() => {
          running = null
        })
    },
    idle: async () => running,
  }
}

function draw(bar: SingleBar, rows: readonly RebuildRow[]): void {
  const current = rows.find((row) => !isOver(row) && row.perSecond > 0) ?? rows.find((row) => !isOver(row))
  if (!current) return
  const { name, state, resting, reached, last, perSecond } = current
  bar.setTotal(Math.max(1, last))
  bar.update(Math.min(reached, last), {
    name: name.padEnd(20),
    state: resting ? 'resting, the shop is late' : state,
    toGo: count(Math.max(0, last - reached)),
    rate: count(perSecond),
    left: perSecond > 0 ? `${count(Math.ceil((last - reached) / perSecond))} s` : '–',
  })
}
