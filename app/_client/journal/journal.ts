import type { Reply } from '@/server/engine/commands/dispatch'
import { parseToken, type Token } from '@/server/engine/log/token'

/**
 * `queued` was issued here and not sent from here. `sent` is in the call of this tab that is in flight. `unknown` may have
 * been carried out or not: no reply came, or it was taken up from the disk; it is sent again under the same id.
 * `committed` is in the log; views may lack it still. `elsewhere`: another tab had the reply.
 */
export type Status =
  | { is: 'queued' }
  | { is: 'sent' }
  | { is: 'unknown' }
  | { is: 'committed'; token: Token; elsewhere?: boolean }

/** One command that this browser issued. `hint` is for its patches only and never leaves the browser. */
export type Entry = {
  /** UUIDv7; the server carries it out once, however often it is sent. */
  id: string
  name: string
  input: unknown
  hint: unknown
  /** When it was issued, ISO 8601 UTC. */
  at: string
  /** One more than the greatest that its tab knew of: the order of issuing, whatever the clocks of the tabs say. */
  nth: number
  status: Status
  /** When this tab heard of it from another one, ms since 1970. */
  heardAt?: number | undefined
}

/** A command as it is issued. */
export type NewEntry = Omit<Entry, 'nth' | 'status' | 'heardAt'>

/** Own work of all tabs, in the order in which it was issued. */
export type Journal = readonly Entry[]

/** Whether the later of two inputs of one command makes the earlier pointless, which then need not be sent. */
export type Replaces = (later: unknown, earlier: unknown) => boolean

export const emptyJournal: Journal = []

const QUEUED: Status = { is: 'queued' }
const SENT: Status = { is: 'sent' }
const UNKNOWN: Status = { is: 'unknown' }
const NEVER = () => false

/** Adds a command at the end. An id that stands there already is the same command again. */
export function issue(journal: Journal, command: NewEntry, replaces?: Replaces): Journal {
  if (journal.some((entry) => entry.id === command.id)) return journal
  const replaced = replaces && findReplaced(journal, command, replaces)
  const nth = (journal.at(-1)?.nth ?? 0) + 1
  return [...journal.filter((entry) => entry !== replaced), { ...command, nth, status: QUEUED }]
}

/**
 * Looks back over what is queued as long as it is the same command: past another one (an order between two changes of
 * the same quantity) the earlier change is not pointless. What came from the disk is never `queued`: another tab may be
 * sending it, and would send it again after what replaced it.
 */
function findReplaced(journal: Journal, command: NewEntry, replaces: Replaces): Entry | undefined {
  const from = journal.findLastIndex((entry) => entry.name !== command.name || entry.status.is !== 'queued') + 1
  return journal.slice(from).find((entry) => replaces(command.input, entry.input))
}

/** Whether nobody knows yet what the server makes of it. */
export function isOpen({ status }: Entry): boolean {
  return status.is !== 'committed'
}

/**
 * Everything that goes into the next call: what has no reply, oldest first. Empty while a call is in flight. What is sent
 * again goes before and with what is new, so that the server meets every command after those issued before it. `isHeld`
 * says what has to wait for its time, or behind one of those that have to wait before it.
 */
export function nextBatch(journal: Journal, most: number, isHeld: IsHeld = NEVER): Entry[] {
  if (journal.some(({ status }) => status.is === 'sent')) return []
  const held: Entry[] = []
  const free = journal.filter(isOpen).filter((entry) => !isHeld(entry, held) || held.push(entry) < 0)
  return free.slice(0, most)
}

export type IsHeld = (entry: Entry, held: Journal) => boolean

export function markSent(journal: Journal, batch: readonly Entry[]): Journal {
  const ids = new Set(batch.map(({ id }) => id))
  return journal.map((entry) => (ids.has(entry.id) ? { ...entry, status: SENT } : entry))
}

/** The call ended without replies for these, or with replies for some: whatever is still `sent` is unknown now. */
export function markLost(journal: Journal): Journal {
  return journal.map((entry) => (entry.status.is === 'sent' ? { ...entry, status: UNKNOWN } : entry))
}

/**
 * Takes in what became of one command, whenever it comes and however often. A refused command leaves, and with it exactly
 * its own patches; so does one that committed nothing, since there is nothing to wait for.
 */
export function receive(journal: Journal, id: string, reply: Reply): Journal {
  const token = reply.ok && reply.token ? parseToken(reply.token) : null
  return journal.flatMap((entry) => {
    if (entry.id !== id || !isOpen(entry)) return entry
    return token ? { ...entry, status: { is: 'committed', token } } : []
  })
}

/** Forgets what is committed and, by the caller's judgement, over: in every view, for long enough. */
export function forget(journal: Journal, isOver: (entry: Entry) => boolean): Journal {
  const kept = journal.filter((entry) => isOpen(entry) || !isOver(entry))
  return kept.length === journal.length ? journal : kept
}

/**
 * Takes in what stands on the disk, where every tab writes what it issued and what became of it. There is no turning back
 * in an entry's life, so whichever of two states is further on is the later one, in whatever order they are read. What is
 * no longer there has come to its end in another tab: `keeps` says of what this tab waits to hear that itself.
 */
export function merge(journal: Journal, kept: readonly Entry[], keeps: (entry: Entry) => boolean): Journal {
  const missing = new Map(journal.map((entry) => [entry.id, entry]))
  const found = kept.map((entry) => {
    const known = missing.get(entry.id)
    missing.delete(entry.id)
    if (!known) return entry
    return isOpen(known) && !isOpen(entry) ? { ...known, status: entry.status } : known
  })
  const rest = [...missing.values()].filter((entry) => !isOpen(entry) || keeps(entry))
  const next = [...found, ...rest].sort((a, b) => a.nth - b.nth || (a.id < b.id ? -1 : 1))
  const isSame = next.length === journal.length && next.every((entry, index) => entry === journal[index])
  return isSame ? journal : next
}
