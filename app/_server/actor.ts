import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import type { ShopActor } from '@/server/actor'
import { shop } from '@/server/shop'
import { VISITOR_COOKIE, visitorId } from './visitor'

export type Person = { name: string; email: string }
export type Asking = { actor: ShopActor; person: Person | null; visitor: string | null; sessionEnds: Date | null }

/**
 * Who is asking: the account of the session, else the visitor of the cookie that the proxy gives everybody. Once a
 * request. A request with neither (a script without cookies) is a guest of no consequence.
 */
export const whoIsAsking = cache(async (): Promise<Asking> => {
  const { auth, config } = shop()
  const visitor = visitorId((await cookies()).get(VISITOR_COOKIE)?.value, config.sessionSecret)
  const session = await auth.api.getSession({ headers: await headers() })
  if (session) {
    const kind = session.user.role === 'staff' ? 'staff' : 'customer'
    const { name, email } = session.user
    const sessionEnds = new Date(session.session.expiresAt)
    return { actor: { kind, id: session.user.id }, person: { name, email }, visitor, sessionEnds }
  }
  return { actor: { kind: 'guest', id: visitor ?? NOBODY }, person: null, visitor, sessionEnds: null }
})

const NOBODY = '00000000-0000-7000-8000-000000000001'
