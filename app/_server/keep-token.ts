import 'server-only'
import { cookies } from 'next/headers'
import { addToken, TOKEN_COOKIE } from '@/server/engine/log/token'
import { shop } from '@/server/shop'

/** As long as the browser itself remembers a commit. */
const MAX_AGE_S = 15 * 60

/**
 * Writes a commit into the cookie by which the next page is asked for, as the browser does for what it issued itself.
 * Only for what ends in another page: a cookie that an action sets makes Next render the whole page again.
 */
export async function keepToken(token: string | null): Promise<void> {
  if (!token) return
  const jar = await cookies()
  const secure = shop().config.publicUrl?.startsWith('https:') ?? false
  const value = addToken(jar.get(TOKEN_COOKIE)?.value, token)
  jar.set(TOKEN_COOKIE, value, { path: '/', sameSite: 'lax', maxAge: MAX_AGE_S, secure })
}
