import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '../database/postgres'
import type { Checkpoint } from '../log/checkpoint'
import { measureLag } from '../log/lag'
import { type RebuildNews, tellRebuild } from './rebuild-row'

/** While a projection that serves the shop is later than this, a rebuild rests. */
const LATE_MS = 250
/** How often that is looked at, progress told and wishes asked for. */
const LOOK_EVERY_MS = 500
/** After so long it works for a while, or it would never end in a shop that is always late. */
const LONGEST_REST_MS = 2000
/** A rest ends early where nobody brings the late ones forward: they would be waited for in vain. */
const REST_MS = 500

export type Pace = {
  /** Where the walk is; the rate is made from it. */
  at: (reached: number, last: number) => void
  /** Waits while the shop goes first. Answers false where the rebuild is to be paused or given up. */
  keep: () => Promise<boolean>
  tell: (news: RebuildNews) => Promise<boolean>
}

/** Keeps a rebuild from being in the way, and tells how far it is. */
export function createPace(sql: Sql, names: readonly string[], signal: AbortSignal | undefined): Pace {
  let place: { reached: number; last: number } | null = null
  let before: Living | null = null
  let measured: { at: number; reached: number } | null = null
  let perSecond = 0
  let lookedAt = performance.now()

  function rate(): number {
    const now = performance.now()
    if (measured && now - measured.at > 1) {
      const latest = (((place?.reached ?? 0) - measured.reached) / (now - measured.at)) * 1000
      perSecond = perSecond === 0 ? latest : perSecond * 0.7 + latest * 0.3
    }
    measured = { at: now, reached: place?.reached ?? 0 }
    return Math.max(0, Math.round(perSecond))
  }

  async function tell(news: RebuildNews): Promise<boolean> {
    const wishes = await Promise.all(names.map((name) => tellRebuild(sql, name, news)))
    return !signal?.aborted && wishes.every((wish) => wish === 'run')
  }

  async function keep(): Promise<boolean> {
    if (signal?.aborted) return false
    if (performance.now() < lookedAt + LOOK_EVERY_MS) return true
    const began = performance.now()
    for (;;) {
      const living = await lookAtLiving(sql, names)
      const isRested = performance.now() > began + LONGEST_REST_MS
      const isResting = !isRested && living.lagMs > LATE_MS && before?.moves !== living.moves
      before = living
      const goesOn = await tell({ ...place, perSecond: rate(), resting: isResting })
      lookedAt = performance.now()
      if (!goesOn || !isResting) return goesOn
      await sleep(REST_MS, undefined, { signal }).catch(() => {})
    }
  }

  return {
    at(reached, last) {
      place = { reached, last }
      measured ??= { at: performance.now(), reached }
    },
    keep,
    tell,
  }
}

/** How late the latest is, and how often they were brought forward altogether. */
type Living = { lagMs: number; moves: number }

/** Of the projections that serve the shop, apart from those that are being rebuilt. */
async function lookAtLiving(sql: Sql, but: readonly string[]): Promise<Living> {
  const standings = await sql<Checkpoint[]>`
    select name, snapshot::text as snapshot, target::text as target, reached, counter from read.checkpoint
    where not split_part(name, '/', 1) = any(${but as string[]})
      and split_part(name, '/', 1) not in (select name from read.rebuild where ended_at is null)`
  const lags = await measureLag(sql, standings)
  return {
    lagMs: Math.max(0, ...lags.map(({ lagMs }) => lagMs)),
    moves: standings.reduce((sum, { counter }) => sum + counter, 0),
  }
}
