import 'server-only'
import { cookies } from 'next/headers'
import { OPEN_COOKIE, parseOpen, parseTokens, TOKEN_COOKIE } from '@/server/engine/log/token'
import type { Own } from '@/server/engine/queries/answer'
import { carriedWork } from './carried-work'

/** What the asking browser did, by its cookies: its latest commits, and its commands that have no reply yet. */
export async function ownWork(): Promise<Required<Own>> {
  const store = await cookies()
  const carried = (await carriedWork()).map(({ id }) => id)
  const named = parseOpen(store.get(OPEN_COOKIE)?.value)
  return {
    tokens: parseTokens(store.get(TOKEN_COOKIE)?.value),
    // Whatever is shown over an answer, the answer must tell whether it has it already.
    open: [...new Set([...named, ...carried])],
  }
}
