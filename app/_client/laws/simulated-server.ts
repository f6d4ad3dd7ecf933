import type { Reply } from '@/server/engine/commands/dispatch'
import type { Answer, Mark } from '@/server/engine/log/mark'
import { formatToken } from '@/server/engine/log/token'

type Event = { id: string; xid: number; position: number }
type Snapshot = { xmin: number; xmax: number; running: number[] }
type Projection = { mark: Omit<Mark, 'projection' | 'epoch'>; rows: string[]; walk: Event[]; target: Snapshot | null }

const epochOf = (nth: number): string => `0198f000-0000-7000-8000-${String(nth).padStart(12, '0')}`
const TOO_LATE: Reply = { ok: false, rejection: { code: 'TooLate' }, token: null }

export type Request = { projection: string; tokens: string[]; open: string[]; folds: boolean }

/**
 * A server as the engine is one: a log whose positions are not commit order, a ledger, projections that lag and walk, reads
 * in one snapshot. A row is the id of the command that made it, so that what is lost or doubled has a name. It knows what
 * is in an answer by its own bookkeeping, and says it in marks only.
 */
export function createServer(projections: string[]) {
  let log: Event[] = []
  let epoch = 0
  const running = new Map<number, Event>()
  const ledger = new Map<string, Reply>()
  const carriedOutFor: { id: string; actorId: string }[] = []
  /** What no call gets past, for now. */
  const poisoned = new Set<string>()
  /** Commits that a restored copy did not have; they may have been made again since. */
  const lost = new Set<string>()
  let nextXid = 700
  const tables = new Map<string, Projection>(
    projections.map((name) => [
      name,
      { mark: { counter: 0, snapshot: '1:1:', target: null, reached: 0 }, rows: [], walk: [], target: null },
    ]),
  )

  const append = (id: string): Event => {
    const event = { id, xid: nextXid++, position: log.length + 1 }
    log.push(event)
    return event
  }

  const table = (name: string): Projection => {
    const found = tables.get(name)
    if (!found) throw new Error(`no projection ${name}`)
    return found
  }

  const snapshot = (): Snapshot => ({
    xmin: Math.min(nextXid, ...running.keys()),
    xmax: nextXid,
    running: [...running.keys()],
  })

  /** Committed, and not in the rows yet. */
  const missingIn = ({ rows }: Projection): Event[] =>
    log.filter(({ id, xid }) => !running.has(xid) && !rows.includes(id))

  return {
    /** What a command id came to, carried out at most once; nothing where it can be neither carried out nor refused. */
    dispatch(id: string, isRefused: boolean, actorId: string): Reply | undefined {
      carriedOutFor.push({ id, actorId })
      const known = ledger.get(id)
      if (known) return known
      if (poisoned.has(id)) return undefined
      const reply: Reply = isRefused
        ? TOO_LATE
        : { ok: true, result: id, token: formatToken({ epoch: epochOf(epoch), ...asText(append(id)) }) }
      ledger.set(id, reply)
      return reply
    },

    /** Somebody else's transaction takes its number and its position, and commits later. */
    beginForeign(): void {
      const event = append(`foreign-${nextXid}`)
      running.set(event.xid, event)
    },
    commitForeign(nth: number): void {
      const xid = [...running.keys()].at(nth % Math.max(1, running.size))
      if (xid !== undefined) running.delete(xid)
    },

    poison: (id: string) => poisoned.add(id),
    heal: () => poisoned.clear(),
    /** In whose name which command was taken up. */
    carriedOutFor,
    hasRefused: (id: string): boolean => ledger.get(id)?.ok === false,

    /** A copy of the log is put in its place, which lacks the latest commits. Nothing is under way while that happens. */
    restore(without: number): void {
      running.clear()
      epoch++
      const kept = log.slice(0, Math.max(0, log.length - without))
      for (const { id } of log.slice(kept.length)) {
        lost.add(id)
        ledger.delete(id)
      }
      log = kept
      for (const projection of tables.values()) {
        projection.rows = projection.rows.filter((id) => kept.some((event) => event.id === id))
        projection.walk = []
        projection.target = null
        projection.mark = { counter: 0, snapshot: '1:1:', target: null, reached: 0 }
      }
    },
    isLost: (id: string): boolean => lost.has(id),
    ageOf: (mark: Pick<Mark, 'epoch'>): number => Number(mark.epoch.slice(-12)),
    /** In which log the command was committed first. */
    epochOf: (id: string): string | undefined => ledger.get(id)?.token?.split('.')[0],

    /** One step of a projection: everything new at once, or a part of a walk through it. */
    project(name: string, batch: number): void {
      const projection = table(name)
      const { mark } = projection
      if (!projection.target) {
        projection.target = snapshot()
        projection.walk = missingIn(projection)
      }
      const part = projection.walk.splice(0, batch)
      projection.rows.push(...part.map(({ id }) => id))
      const target = formatSnapshot(projection.target)
      const isDone = projection.walk.length === 0
      if (isDone) projection.target = null
      projection.mark = {
        counter: mark.counter + 1,
        snapshot: isDone ? target : mark.snapshot,
        target: isDone ? null : target,
        reached: isDone ? 0 : (part.at(-1)?.position ?? mark.reached),
      }
    },

    /** The rows, or the rows and the tail folded over them where a token is missing. */
    read({ projection: name, tokens, open, folds }: Request): Answer<string[]> {
      const projection = table(name)
      const tail = missingIn(projection)
      const tokenOf = (event: Event) => formatToken({ epoch: epochOf(epoch), ...asText(event) })
      const mark = { projection: name, epoch: epochOf(epoch), ...projection.mark }
      const told = Object.fromEntries(open.map((id) => [id, ledger.get(id)?.token ?? null]))
      const isMissing = tail.some((event) => tokens.includes(tokenOf(event)))
      if (!folds || !isMissing) return { data: [...projection.rows], mark, told }
      const folded = Object.fromEntries(tail.map((event) => [event.id, tokenOf(event)]))
      return { data: [...projection.rows, ...tail.map(({ id }) => id)], mark, told, folded }
    },

    /** Everything that is committed, as a projection without lag holds it. */
    committed: (): string[] => log.filter(({ xid }) => !running.has(xid)).map(({ id }) => id),
    rows: (name: string): readonly string[] => table(name).rows,
    hasRunning: (): boolean => running.size > 0,
  }
}

export type SimulatedServer = ReturnType<typeof createServer>

function asText({ xid, position }: Event): { xid: string; position: number } {
  return { xid: String(xid), position }
}

function formatSnapshot({ xmin, xmax, running }: Snapshot): string {
  return `${xmin}:${xmax}:${running.join(',')}`
}
