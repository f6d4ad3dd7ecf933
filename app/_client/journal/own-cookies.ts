import { addToken, formatOpen, OPEN_COOKIE, TOKEN_COOKIE } from '@/server/engine/log/token'
import { isOpen, type Journal } from './journal'
import { CARRIED_COOKIE, formatCarried } from './kept'

/** What the browser tells the server with every question: own commits it wants to see, own commands without a reply. */
export type OwnCookies = {
  addToken: (token: string) => void
  /** Names the commands without a reply, and carries as many of them as fit, so that a reload's HTML shows them. */
  mirror: (actorId: string, journal: Journal) => void
  /** Whether the command still stood without a reply when the cookies were last written, by whichever tab. */
  names: (id: string) => boolean
}

/** Longer than any projection lags; past it, answers contain the commits anyway. */
const MAX_AGE_S = 15 * 60

/**
 * Written here and not by the server: a cookie that an action sets makes Next render the whole page again. The server
 * reads them for every page and every question, also for a reload, which knows nothing of this script.
 */
export const ownCookies: OwnCookies = {
  addToken(token) {
    write(TOKEN_COOKIE, addToken(read(TOKEN_COOKIE), token), MAX_AGE_S)
  },
  mirror(actorId, journal) {
    keep(OPEN_COOKIE, formatOpen(journal.filter(isOpen).map(({ id }) => id)))
    keep(CARRIED_COOKIE, formatCarried(actorId, journal))
  },
  names: (id) => (read(OPEN_COOKIE) ?? '').includes(id),
}

function keep(name: string, value: string | null): void {
  if (value) write(name, value, MAX_AGE_S)
  else if (read(name)) write(name, '', 0)
}

function read(name: string): string | undefined {
  const start = `${name}=`
  // Rendered on the server, there is none.
  const pair = globalThis.document?.cookie.split('; ').find((each) => each.startsWith(start))
  return pair?.slice(start.length)
}

function write(name: string, value: string, maxAge: number): void {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous, and the next request must have it
  document.cookie = `${name}=${value}; max-age=${maxAge}; path=/; samesite=lax${secure}`
}
