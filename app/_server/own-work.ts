import 'server-only'
import { cookies } from 'next/headers'
import type { Own } from '@/server/engine/answer'
import { OPEN_COOKIE, parseOpen, parseTokens, TOKEN_COOKIE } from '@/server/engine/token'

/** What the asking browser did, by its cookies: its latest commits, and its commands that have no reply yet. */
export async function ownWork(): Promise<Required<Own>> {
  const store = await cookies()
  return {
    tokens: parseTokens(store.get(TOKEN_COOKIE)?.value),
    open: parseOpen(store.get(OPEN_COOKIE)?.value),
  }
}
