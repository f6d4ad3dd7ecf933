import 'server-only'
import type { Submission } from '@conform-to/react'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { TOO_MANY_TRIES } from '@/app/_session/auth-reply'
import { type AuthReply, callAuth } from '@/app/_session/call-auth'
import { parsePosted } from '../_forms/parse-posted'
import type { DetailsState } from './details-state'

/** A password goes into no page, also not into the one that its own form comes back with. */
const NEVER_SAID_BACK = ['password', 'current']

type Errors = { formErrors?: string[]; fieldErrors?: Record<string, string[]> }

/** Takes one form about the account to its end: back with what is wrong, or to the account's page with a word that it is done. */
export async function changeDetails<Value>(
  form: FormData,
  schema: z.ZodObject & z.ZodType<Value>,
  change: (value: Value) => Promise<Errors | undefined>,
  saved: string,
): Promise<DetailsState> {
  const submission = parsePosted(form, schema, schema) as Submission<object, string[], Value>
  if (submission.status !== 'success') return { result: submission.reply({ hideFields: NEVER_SAID_BACK }) }
  const errors = await change(submission.value)
  if (errors) return { result: submission.reply({ ...errors, hideFields: NEVER_SAID_BACK }) }
  redirect(`/account?saved=${saved}`)
}

/**
 * Whether the password is right, asked by changing it into itself: of the doors of better-auth for somebody who is
 * signed in, the one that counts how often it was tried.
 */
export async function whyNotConfirmed(password: string): Promise<Errors | undefined> {
  return passwordErrors(
    await callAuth('/change-password', { currentPassword: password, newPassword: password }),
    'password',
  )
}

/** What a reply of better-auth says about the password that was given in this field. */
export function passwordErrors({ status, body }: AuthReply, field: string): Errors | undefined {
  if (status === 200) return undefined
  if (status === 429) return { formErrors: [TOO_MANY_TRIES] }
  if (body.code === 'INVALID_PASSWORD')
    return { fieldErrors: { [field]: ['This is not the password of this account.'] } }
  return { formErrors: [NOT_SAVED] }
}

export const NOT_SAVED = 'It could not be saved, and nothing was changed. Try once more.'
