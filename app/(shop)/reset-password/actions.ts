'use server'

import type { SubmissionResult } from '@conform-to/react'
import { cookies } from 'next/headers'
import { whoIsAsking } from '@/app/_server/actor'
import { resetInput } from '@/app/_session/account-inputs'
import { TOO_MANY_TRIES } from '@/app/_session/auth-reply'
import { callAuth } from '@/app/_session/call-auth'
import { type Leaving, leaveFor } from '@/app/_session/leave-for'
import { TOKEN_COOKIE } from '@/server/engine/log/token'
import { parsePosted } from '../_forms/parse-posted'
import { ownResetToken } from './open-reset'
import { RESET_COOKIE, RESET_PATH } from './reset-cookie'

export type ResetState = { result?: SubmissionResult<string[]> } & Partial<Leaving>

/** Sets the password of the account to which this browser has a letter, and ends all of its sessions. */
export async function resetPassword(_before: ResetState, formData: FormData): Promise<ResetState> {
  const submission = parsePosted(formData, resetInput, resetInput)
  if (submission.status !== 'success') return { result: submission.reply({ hideFields: ['password'] }) }
  const { person } = await whoIsAsking()
  const asked = { token: (await ownResetToken()) ?? '', newPassword: submission.value.password }
  const { status, body } = await callAuth('/reset-password', asked)
  if (status !== 200) {
    return { result: submission.reply({ formErrors: [refusal(status, body)], hideFields: ['password'] }) }
  }
  const jar = await cookies()
  jar.delete({ name: RESET_COOKIE, path: RESET_PATH })
  if (person) {
    await callAuth('/sign-out', {})
    jar.delete(TOKEN_COOKIE)
  }
  return leaveFor('/sign-in?password=set')
}

function refusal(status: number, { code }: Record<string, unknown>): string {
  if (status === 429) return TOO_MANY_TRIES
  if (code === 'INVALID_TOKEN') return 'This link is used or over, and nothing was changed. Ask for another letter.'
  return 'The password could not be set, and nothing was changed. Try once more.'
}
