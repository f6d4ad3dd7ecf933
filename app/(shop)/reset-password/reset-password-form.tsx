'use client'

import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { startTransition, useActionState } from 'react'
import type { z } from 'zod'
import { AccountForm } from '@/app/_session/account-form'
import { LEAST_PASSWORD, resetInput } from '@/app/_session/account-inputs'
import { useEntering } from '@/app/_session/use-entering'
import { useLeaving } from '@/app/_session/use-leaving'
import { fieldWords } from '../_forms/field-words'
import { TextField } from '../_forms/text-field'
import { resetPassword } from './actions'

/** `email` is for the browser's own book of passwords: whose this one is. */
export function ResetPasswordForm({ email }: { email: string }) {
  const [answer, action, isPending] = useActionState(resetPassword, {})
  const { result, goTo } = answer
  useLeaving(goTo)
  const { isEntering, enter } = useEntering(answer)
  const [form, { password }] = useForm<z.input<typeof resetInput>>({
    id: 'reset-password',
    lastResult: result,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: resetInput, formatError: fieldWords }),
    // Not by the form's own action: React empties a form once its action is done, also where it was refused.
    onSubmit(event, { formData }) {
      event.preventDefault()
      void enter(() => startTransition(() => action(formData)))
    },
  })
  return (
    <AccountForm
      form={form}
      action={action}
      submit="Set the password"
      isPending={isEntering || isPending || goTo !== undefined}
    >
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        field={password}
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${LEAST_PASSWORD} characters. It signs you out everywhere.`}
      />
    </AccountForm>
  )
}
