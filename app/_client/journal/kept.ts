import { formatToken, parseToken } from '@/server/engine/log/token'
import { type Entry, isOpen, type Journal, type Status } from './journal'

/** An entry as it is written down, beside its id: enough to show it, to send it again, and to know where it went. */
type Kept = [nth: number, at: string, name: string, input: unknown, hint: unknown, token: string | null]

/** The text of an entry. What is open is written as open: who reads it cannot tell whether it was sent. */
export function writeKept({ nth, at, name, input, hint, status }: Entry): string {
  const token = status.is === 'committed' ? formatToken(status.token) : null
  return JSON.stringify([nth, at, name, input, hint, token] satisfies Kept)
}

/** Null for anything that is not the text of an entry: a disk keeps what other people and other versions wrote there. */
export function readKept(id: string, text: string): Entry | null {
  try {
    const [nth, at, name, input, hint, token] = JSON.parse(text) as Kept
    const status = statusOf(token)
    if (!Number.isInteger(nth) || Number.isNaN(Date.parse(at)) || typeof name !== 'string' || !status) return null
    return { id, nth, at, name, input, hint: hint ?? undefined, status }
  } catch {
    return null
  }
}

function statusOf(text: unknown): Status | null {
  if (text === null) return { is: 'unknown' }
  const token = typeof text === 'string' && parseToken(text)
  return token ? { is: 'committed', token, elsewhere: true } : null
}

/** Shows a reload what the browser still has to send: see `formatCarried`. */
export const CARRIED_COOKIE = 'tidemark_carried'
/** Beside the other cookies it must fit into what every server and proxy takes. */
const MOST_CHARACTERS = 3_000

/**
 * The cookie's value: whose work it is, and every command without a reply, oldest first, as many as fit; one that does not
 * fit ends the list, since what comes after it may build on it. `null` where there is nothing to carry.
 */
export function formatCarried(actorId: string, journal: Journal): string | null {
  let length = actorId.length
  const carried: unknown[] = []
  for (const { id, nth, at, name, input, hint } of journal.filter(isOpen)) {
    const entry = [id, nth, at, name, input, hint]
    length += encode(entry).length + 3
    if (length > MOST_CHARACTERS) break
    carried.push(entry)
  }
  return carried.length > 0 ? encode([actorId, ...carried]) : null
}

/** What the value says; anything at all, where somebody else wrote it. Next has undone the percent signs. */
export function parseCarried(value: string): unknown {
  try {
    return JSON.parse(swapQuotes(value))
  } catch {
    return null
  }
}

/** JSON is full of quotation marks, which a cookie must escape; apostrophes it need not. */
function encode(data: unknown): string {
  return encodeURIComponent(swapQuotes(JSON.stringify(data))).replace(/%(3A|5B|5D|7B|7D)/g, decodeURIComponent)
}

function swapQuotes(text: string): string {
  return text.replace(/["']/g, (quote) => (quote === '"' ? "'" : '"'))
}
