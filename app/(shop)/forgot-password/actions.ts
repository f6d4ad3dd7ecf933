'use server'

import type { SubmissionResult } from '@conform-to/react'
import { redirect } from 'next/navigation'
import { forgottenInput } from '@/app/_session/account-inputs'
import { TOO_MANY_TRIES } from '@/app/_session/auth-reply'
import { callAuth } from '@/app/_session/call-auth'
import { parsePosted } from '../_forms/parse-posted'

export type AskingState = { result?: SubmissionResult<string[]> }

/** Longer than either answer takes: how long it took tells nobody who has an account. */
const LEAST_MS = 400

/** Asks for a letter by which a new password can be set. The answer is the same whether there is such an account or not. */
export async function askForReset(_before: AskingState, formData: FormData): Promise<AskingState> {
  const submission = parsePosted(formData, forgottenInput, forgottenInput)
  if (submission.status !== 'success') return { result: submission.reply() }
  const enough = new Promise((resolve) => setTimeout(resolve, LEAST_MS))
  const [{ status }] = await Promise.all([callAuth('/request-password-reset', submission.value), enough])
  if (status === 429) return { result: submission.reply({ formErrors: [TOO_MANY_TRIES] }) }
  if (status !== 200) return { result: submission.reply({ formErrors: [NOT_ASKED] }) }
  redirect('/forgot-password?asked')
}

const NOT_ASKED = 'The shop could not take that. Nothing was sent: try once more.'
