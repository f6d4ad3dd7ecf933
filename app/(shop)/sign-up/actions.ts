'use server'

import type { SubmissionResult } from '@conform-to/react'
import { signUpInput } from '@/app/_session/account-inputs'
import { accountOf, TOO_MANY_TRIES } from '@/app/_session/auth-reply'
import { bringCartAlong } from '@/app/_session/bring-cart-along'
import { callAuth } from '@/app/_session/call-auth'
import { type Leaving, leaveFor } from '@/app/_session/leave-for'
import { safePath } from '@/app/_session/safe-path'
import { parsePosted } from '../_forms/parse-posted'

export type SignUpState = { result?: SubmissionResult<string[]> } & Partial<Leaving>

/** Creates an account, and a session with it. That the customer is registered, the account's own hook sees to. */
export async function signUp(_before: SignUpState, formData: FormData): Promise<SignUpState> {
  const submission = parsePosted(formData, signUpInput, signUpInput)
  if (submission.status !== 'success') return { result: submission.reply({ hideFields: ['password'] }) }
  const { status, body } = await callAuth('/sign-up/email', submission.value)
  const account = accountOf(body)
  if (status !== 200 || !account) {
    return { result: submission.reply({ ...refusal(status, body), hideFields: ['password'] }) }
  }
  await bringCartAlong(account.id, account.session)
  return leaveFor(safePath(formData.get('next')))
}

function refusal(status: number, { code }: Record<string, unknown>) {
  if (status === 429) return { formErrors: [TOO_MANY_TRIES] }
  if (String(code).startsWith('USER_ALREADY_EXISTS')) {
    return { fieldErrors: { email: ['There is an account with this address already. Sign in instead.'] } }
  }
  return { formErrors: ['The account could not be created. Nothing was saved: try once more.'] }
}
