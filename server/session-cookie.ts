/** Before the names of all cookies of accounts. */
export const COOKIE_PREFIX = 'tidemark'
/** How long a session lasts that nobody uses. */
export const SESSION_LIFE_S = 60 * 60 * 24 * 30

/** What better-auth calls the cookie of a session: over plain http, and over https. */
const PLAIN_NAME = `${COOKIE_PREFIX}.session_token`
export const SESSION_COOKIES = [
  { name: PLAIN_NAME, secure: false },
  { name: `__Secure-${PLAIN_NAME}`, secure: true },
] as const
