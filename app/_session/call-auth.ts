import 'server-only'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookies, headers } from 'next/headers'
import { shop } from '@/server/shop'

/** Where accounts live as far as they themselves know; nobody asks there from outside. */
const INSIDE = 'http://accounts.tidemark.internal'
/** What tells one asker from another: their address, for the rate limit, and what the session notes of them. */
const PASSED_ON = ['x-forwarded-for', 'user-agent', 'cookie']

export type AuthReply = { status: number; body: Record<string, unknown> }

/**
 * Asks better-auth by its own front door, so that its rate limits count, and hands its cookies on to the browser. Next
 * has made sure by then that the action was called from a page of ours.
 */
export async function callAuth(path: string, body: Record<string, unknown>): Promise<AuthReply> {
  const { auth, config } = shop()
  const base = config.publicUrl ?? INSIDE
  const response = await auth.handler(
    new Request(new URL(`/api/auth${path}`, base), {
      method: 'POST',
      headers: { ...(await passedOn()), 'content-type': 'application/json', origin: new URL(base).origin },
      body: JSON.stringify(body),
    }),
  )
  await keepCookies(response)
  return { status: response.status, body: await response.json().catch(() => ({})) }
}

async function passedOn(): Promise<Record<string, string>> {
  const given = await headers()
  return Object.fromEntries(PASSED_ON.map((name) => [name, given.get(name) ?? '']).filter(([, value]) => value))
}

async function keepCookies(response: Response): Promise<void> {
  const jar = await cookies()
  for (const line of response.headers.getSetCookie()) {
    for (const [name, attributes] of parseSetCookieHeader(line)) {
      jar.set(name, decodeURIComponent(attributes.value), toCookieOptions(attributes))
    }
  }
}
