import 'server-only'
import { cookies } from 'next/headers'
import { resetIdentifier } from '@/server/password-resets'
import { shop } from '@/server/shop'
import { RESET_COOKIE } from './reset-cookie'

/** The token that this browser came with, if any. */
export async function ownResetToken(): Promise<string | undefined> {
  return (await cookies()).get(RESET_COOKIE)?.value
}

/** The address of the account whose password this browser may set; null where its link is none, over or used. */
export async function findOpenReset(): Promise<string | null> {
  const token = await ownResetToken()
  if (!token) return null
  const { internalAdapter } = await shop().auth.$context
  const reset = await internalAdapter.findVerificationValue(resetIdentifier(token))
  if (!reset || reset.expiresAt < new Date()) return null
  return (await internalAdapter.findUserById(reset.value))?.email ?? null
}
