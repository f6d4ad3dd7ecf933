import type { Standing } from '@/server/engine/survey'
import type { WorkerSessions } from '@/server/engine/worker-sessions'

type Door = 'up' | 'down'

/** A projection or policy that does not keep up. */
export type LateReader = Pick<Standing, 'reader' | 'kind' | 'behind' | 'lagMs' | 'parked'> & { heldBackBy: string }

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
  /** Whether what screens show keeps up with what happens; what is not known does not. */
  keepsUp: boolean
  late: LateReader[]
}

export type Found = {
  commands: boolean
  queries: boolean
  queue: boolean
  /** null: the database did not tell. */
  readers: readonly Standing[] | null
  workers: WorkerSessions | null
}

/** What the findings mean. A reader is late when its oldest event waits for longer than `mostLagMs`. */
export function judge({ readers, workers, ...doors }: Found, mostLagMs: number): Health {
  const late = (readers ?? []).filter(({ lagMs }) => lagMs > mostLagMs).map((one) => toLate(one, workers))
  const ok = doors.commands && doors.queries
  const keepsUp = readers !== null && late.length === 0 && (workers?.connected ?? 0) > 0
  return {
    ok,
    status: ok ? (keepsUp && doors.queue ? 'ready' : 'degraded') : 'down',
    commands: door(doors.commands),
    queries: door(doors.queries),
    queue: door(doors.queue),
    workers: workers ? door(workers.connected > 0) : 'unknown',
    keepsUp,
    late,
  }
}

function toLate({ moves: _, ...standing }: Standing, workers: WorkerSessions | null): LateReader {
  return { ...standing, heldBackBy: reasonFor(workers) }
}

function reasonFor(workers: WorkerSessions | null): string {
  if (workers?.connected === 0) return 'no worker is connected to the database'
  const blockers = workers?.blockers ?? []
  if (blockers.length === 0) return 'the worker does not get on: its log says why'
  return `a lock of ${blockers.map(({ pid, role, application }) => `session ${pid} (${role}, ${application})`).join(', ')}`
}

const door = (isUp: boolean): Door => (isUp ? 'up' : 'down')
