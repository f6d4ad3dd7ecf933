import type { NextRequest, NextResponse } from 'next/server'
import { SESSION_COOKIES, SESSION_LIFE_S } from '@/server/session-cookie'

/**
 * Begins the time anew for which the browser keeps its session. Whether there is such a session the database says, where
 * its time begins anew as well when it is used; but a page that is rendered cannot set its cookie.
 */
export function renewSession(request: NextRequest, response: NextResponse): void {
  for (const { name, secure } of SESSION_COOKIES) {
    const value = request.cookies.get(name)?.value
    if (!value) continue
    response.cookies.set(name, value, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: SESSION_LIFE_S })
  }
}
