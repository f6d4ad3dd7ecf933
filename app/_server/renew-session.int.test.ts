import { parseSetCookieHeader } from 'better-auth/cookies'
import { NextRequest, NextResponse } from 'next/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSessionSecret } from '@/db/testing/provided'
import { createAuth } from '@/server/auth'
import { SESSION_LIFE_S } from '@/server/session-cookie'
import { openTestShop, type TestShop } from '@/server/write/test-shop'
import { renewSession } from './renew-session'

let shop: TestShop
const opened: { close: () => Promise<void> }[] = []

beforeAll(async () => {
  shop = await openTestShop()
})
afterAll(async () => {
  for (const { close } of opened) await close()
  await shop.close()
})

function openAccounts(publicUrl: string) {
  const { commandUrl: commandDatabaseUrl } = shop.database
  const accounts = createAuth({ commandDatabaseUrl, sessionSecret: testSessionSecret, publicUrl }, shop)
  opened.push(accounts)
  return accounts.auth
}

/** The cookie by which a browser holds its new session, as `name=value`. */
async function signUp(auth: ReturnType<typeof openAccounts>, publicUrl: string, email: string): Promise<string> {
  const response = await auth.handler(
    new Request(`${publicUrl}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: publicUrl },
      body: JSON.stringify({ name: 'Grace', email, password: 'a long enough one' }),
    }),
  )
  const line = response.headers.getSetCookie().find((cookie) => cookie.includes('session_token')) ?? ''
  return line.split(';', 1)[0] ?? ''
}

function renewed(cookie?: string): string[] {
  const response = NextResponse.next()
  renewSession(new NextRequest('https://shop.example/', cookie ? { headers: { cookie } } : {}), response)
  return response.headers.getSetCookie()
}

test.each(['http://shop.example', 'https://shop.example'])('a session of %s that is used lasts on', async (url) => {
  const auth = openAccounts(url)
  const email = `grace@${url.split(':')[0]}.example`
  const cookie = await signUp(auth, url, email)
  const [line = ''] = renewed(cookie)
  const [[, attributes] = []] = parseSetCookieHeader(line)
  expect(attributes).toMatchObject({ 'max-age': SESSION_LIFE_S, httponly: true, samesite: 'lax', path: '/' })
  expect(line.includes('Secure;') || line.endsWith('Secure')).toBe(url.startsWith('https:'))

  await shop.sql`update auth.session set expires_at = now() + interval '3 days'
    where user_id = (select id from auth.user where email = ${email})`
  const session = await auth.api.getSession({ headers: new Headers({ cookie: line.split(';', 1)[0] ?? '' }) })
  expect(session?.user.email).toBe(email)
  const days = ((session?.session.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000
  expect(Math.round(days)).toBe(30)
})

test('who has no session is given none', () => {
  expect(renewed()).toEqual([])
  expect(renewed('tidemark.session_data=x; other.session_token=y')).toEqual([])
})
