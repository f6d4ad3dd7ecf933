'use server'

import { cookies } from 'next/headers'
import { TOKEN_COOKIE } from '@/server/engine/log/token'
import { callAuth } from './call-auth'
import { type Leaving, leaveFor } from './leave-for'

/** Ends the session, here and on the server. */
export async function signOut(_before: Partial<Leaving>): Promise<Partial<Leaving>> {
  await callAuth('/sign-out', {})
  ;(await cookies()).delete(TOKEN_COOKIE)
  return leaveFor('/')
}
