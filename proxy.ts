import { type NextRequest, NextResponse } from 'next/server'
import { isShopOpen } from '@/app/_server/opening'
import { openingAnswer } from '@/app/_server/opening-answer'
import { renewSession } from '@/app/_server/renew-session'
import { newVisitor, VISITOR_COOKIE, VISITOR_MAX_AGE_S, visitorId } from '@/app/_server/visitor'

/** They say how the shop is, also while it is being opened. */
const TELL_THEMSELVES = /^\/api\/(health|metrics)(\/|$)/

const isDevelopment = process.env.NODE_ENV === 'development'

/**
 * Before every page and action: a nonce for the content security policy, and a visitor's id for who has none yet. Every
 * page shows one person's cart, so every page is rendered for one person and gets the strict policy (decision 0006).
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  if (!TELL_THEMSELVES.test(request.nextUrl.pathname) && !(await isShopOpen())) return openingAnswer(request, nonce)
  const policy = contentSecurityPolicy(nonce)
  const secret = process.env.SESSION_SECRET ?? ''
  const known = request.cookies.get(VISITOR_COOKIE)?.value
  const visitor = known && visitorId(known, secret) ? known : newVisitor(secret)
  // The page of this very request reads the cookie too.
  if (visitor !== known) request.cookies.set(VISITOR_COOKIE, visitor)

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // A layout is not told its address, and who is sent to sign in wants to come back to it.
  headers.set('x-address', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  // With every page that is opened, the time until a cart and its orders are nobody's begins anew, and a session's.
  const isOpened = request.headers.get('sec-fetch-dest') === 'document'
  if (isOpened) renewSession(request, response)
  if (visitor !== known || isOpened) {
    const secure = request.nextUrl.protocol === 'https:'
    const options = { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: VISITOR_MAX_AGE_S } as const
    response.cookies.set(VISITOR_COOKIE, visitor, options)
  }
  return response
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Positions and sizes that React writes as style attributes (charts); they cannot load or run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    // Else it would fall back to script-src, where 'strict-dynamic' counts for nothing that a page registers.
    "worker-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const config = {
  matcher: [{ source: '/((?!_next/static|_next/image|pictures/|favicon.ico|icon.svg|apple-icon).*)' }],
}
