'use server'

import type { SubmissionResult } from '@conform-to/react'
import { signInInput } from '@/app/_session/account-inputs'
import { accountOf, TOO_MANY_TRIES } from '@/app/_session/auth-reply'
import { bringCartAlong } from '@/app/_session/bring-cart-along'
import { callAuth } from '@/app/_session/call-auth'
import { type Leaving, leaveFor } from '@/app/_session/leave-for'
import { safePath } from '@/app/_session/safe-path'
import { parsePosted } from '../_forms/parse-posted'

export type SignInState = { result?: SubmissionResult<string[]> } & Partial<Leaving>

/** Opens a session. What is wrong with the pair of e-mail and password is never said apart: an address is nobody's business. */
export async function signIn(_before: SignInState, formData: FormData): Promise<SignInState> {
  const submission = parsePosted(formData, signInInput, signInInput)
  if (submission.status !== 'success') return { result: submission.reply({ hideFields: ['password'] }) }
  const { status, body } = await callAuth('/sign-in/email', submission.value)
  const account = accountOf(body)
  if (status !== 200 || !account) {
    const words = status === 429 ? TOO_MANY_TRIES : 'E-mail and password do not belong together. Try once more.'
    return { result: submission.reply({ formErrors: [words], hideFields: ['password'] }) }
  }
  await bringCartAlong(account.id, account.session)
  return leaveFor(safePath(formData.get('next')))
}
