import type { Reply } from '@/server/engine/dispatch'
import { parseToken, type Token } from '@/server/engine/token'

/**
 * `queued` was never sent. `sent` is in the one call that is in flight. `unknown` was sent and no reply came: it may have
 * been carried out or not, and is sent again under the same id. `committed` is in the log; views may lack it still.
 */
export type Status = { is: 'queued' } | { is: 'sent' } | { is: 'unknown' } | { is: 'committed'; token: Token }

/** One command that this browser issued. `hint` is for its patches only and never leaves the browser. */
export type Entry = {
  /** UUIDv7; the server carries it out once, however often it is sent. */
  id: string
  name: string
  input: unknown
  hint: unknown
  /** When it was issued, ISO 8601 UTC. */
  at: string
  status: Status
}

/** Own work in the order in which it was issued. Plain data: what stands here could be written to a disk as it is. */
export type Journal = readonly Entry[]

/** Whether the later of two inputs of one command makes the earlier pointless, which then need not be sent. */
export type Replaces = (later: unknown, earlier: unknown) => boolean

export const emptyJournal: Journal = []

const QUEUED: Status = { is: 'queued' }
const SENT: Status = { is: 'sent' }
const UNKNOWN: Status = { is: 'unknown' }

/** Adds a command at the end. An id that stands there already is the same command again. */
export function issue(journal: Journal, command: Omit<Entry, 'status'>, replaces?: Replaces): Journal {
  if (journal.some((entry) => entry.id === command.id)) return journal
  const replaced = replaces && findReplaced(journal, command, replaces)
  return [...journal.filter((entry) => entry !== replaced), { ...command, status: QUEUED }]
}

/**
 * Looks back over what is queued as long as it is the same command: past another one (an order between two changes of
 * the same quantity) the earlier change is not pointless.
 */
function findReplaced(journal: Journal, command: Omit<Entry, 'status'>, replaces: Replaces): Entry | undefined {
  const from = journal.findLastIndex((entry) => entry.name !== command.name || entry.status.is !== 'queued') + 1
  return journal.slice(from).find((entry) => replaces(command.input, entry.input))
}

/** Whether nobody knows yet what the server makes of it. */
export function isOpen({ status }: Entry): boolean {
  return status.is !== 'committed'
}

/**
 * Everything that goes into the next call: what has no reply, oldest first. Empty while a call is in flight. What is sent
 * again goes before and with what is new, so that the server meets every command after those issued before it.
 */
export function nextBatch(journal: Journal, most: number): Entry[] {
  if (journal.some(({ status }) => status.is === 'sent')) return []
  return journal.filter(isOpen).slice(0, most)
}

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
