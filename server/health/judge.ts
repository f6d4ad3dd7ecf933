import type { Standing } from '@/server/engine/watching/survey'
import { type Cause, causesOf, type Found as FoundOfReaders, isSilent } from './causes'

type Door = 'up' | 'down'

/** A projection or policy that does not keep up. */
export type LateReader = Pick<Standing, 'kind' | 'behind' | 'lagMs'> & {
  reader: string
  parked: number
  heldBackBy: string
}

/**
 * `degraded`: everything can be bought and looked up, since queries make up for late projections, but somebody must see
 * to it. `down`: commands or queries fail. `ok` says that it is not down.
 */
export type Health = {
  ok: boolean
  status: 'ready' | 'degraded' | 'down'
  commands: Door
  queries: Door
  queue: Door
  workers: Door | 'unknown'
  /** When the log was heard last: an event, or a canary where nothing happens. */
  canary: { heardAt: string | null; isHeard: boolean }
  /** Whether what screens show keeps up with what happens; what is not known does not. */
  keepsUp: boolean
  late: LateReader[]
  /** What holds the readers back and what helps. */
  causes: Pick<Cause, 'kind' | 'sentence' | 'advice'>[]
}

export type Found = FoundOfReaders & { commands: boolean; queries: boolean }

/** What the findings mean. A reader is late when its oldest event waits for longer than `mostLagMs`. */
export function judge(found: Found, mostLagMs: number): Health {
  const { survey, workers, isQueueUp } = found
  const causes = causesOf(found, mostLagMs)
  const late = (survey?.readers ?? []).filter(({ lagMs }) => lagMs > mostLagMs).map((one) => toLate(one, causes))
  const ok = found.commands && found.queries
  const isHeard = survey !== null && !isSilent(survey)
  const keepsUp = isHeard && late.length === 0 && (workers?.connected ?? 0) > 0
  return {
    ok,
    status: ok ? (keepsUp && isQueueUp ? 'ready' : 'degraded') : 'down',
    commands: door(found.commands),
    queries: door(found.queries),
    queue: door(isQueueUp),
    workers: workers ? door(workers.connected > 0) : 'unknown',
    canary: { heardAt: survey?.newestAt ?? null, isHeard },
    keepsUp,
    late,
    causes: causes.map(({ kind, sentence, advice }) => ({ kind, sentence, advice })),
  }
}

/** What hinders all hinders him; what is not known to hinder anybody stands in the worker's log. */
function toLate({ name, kind, behind, lagMs, parked }: Standing, causes: readonly Cause[]): LateReader {
  const cause = causes.find((one) => ['no worker', 'blocked', 'undecodable'].includes(one.kind))
  const heldBackBy = cause?.sentence ?? 'The worker does not get on: its log says why.'
  return { reader: name, kind, behind, lagMs, parked: parked.length, heldBackBy }
}

const door = (isUp: boolean): Door => (isUp ? 'up' : 'down')
