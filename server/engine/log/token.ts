/**
 * Says exactly which commit a command was: the log's epoch, the transaction, and the position of its last event.
 * Written `epoch.xid.position`.
 */
export type Token = { epoch: string; xid: string; position: number }

export function formatToken(token: Token): string {
  return `${token.epoch}.${token.xid}.${token.position}`
}

/** As many digits as always fit: transactions are counted in 64 bits, at a larger number PostgreSQL fails. */
const TOKEN = /^([0-9a-f-]{36})\.([1-9]\d{0,18})\.(\d{1,15})$/

/** Null for anything that is not a token: what comes from a browser may be anything. */
export function parseToken(text: string): Token | null {
  const [, epoch, xid, position] = TOKEN.exec(text) ?? []
  return epoch && xid ? { epoch, xid, position: Number(position) } : null
}

export const TOKEN_COOKIE = 'tidemark_token'
const MOST_TOKENS = 5

/** The tokens of a cookie, newest last. Malformed ones are left out. */
export function parseTokens(cookie: string | undefined): Token[] {
  if (!cookie) return []
  return cookie
    .split('~')
    .slice(-MOST_TOKENS)
    .flatMap((text) => parseToken(text) ?? [])
}

/** The cookie's value after one more command. Few are kept: a later commit of one browser implies its earlier ones. */
export function addToken(cookie: string | undefined, token: string): string {
  const others = (cookie ?? '').split('~').filter((text) => text !== token && parseToken(text))
  return [...others, token].slice(-MOST_TOKENS).join('~')
}

/** Names the commands of which the browser has no reply yet, so that answers can tell what became of them. */
export const OPEN_COOKIE = 'tidemark_open'
const MOST_OPEN = 40
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The cookie's value. The oldest are named: they are the likeliest to be carried out already. */
export function formatOpen(ids: readonly string[]): string {
  return ids.slice(0, MOST_OPEN).join('~')
}

/** The command ids of a cookie. What is none is left out. */
export function parseOpen(cookie: string | undefined): string[] {
  if (!cookie) return []
  return cookie
    .split('~')
    .slice(0, MOST_OPEN)
    .filter((id) => ID.test(id))
}
