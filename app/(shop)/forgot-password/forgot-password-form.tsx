'use client'

import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { startTransition, useActionState } from 'react'
import type { z } from 'zod'
import { useOneAtATime } from '@/app/_client/use-one-at-a-time'
import { AccountForm } from '@/app/_session/account-form'
import { forgottenInput } from '@/app/_session/account-inputs'
import { fieldWords } from '../_forms/field-words'
import { TextField } from '../_forms/text-field'
import { askForReset } from './actions'

export function ForgotPasswordForm() {
  const [answer, action, isPending] = useActionState(askForReset, {})
  const mayTry = useOneAtATime(answer)
  const [form, { email }] = useForm<z.input<typeof forgottenInput>>({
    id: 'forgot-password',
    lastResult: answer.result,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: forgottenInput, formatError: fieldWords }),
    // Not by the form's own action: React empties a form once its action is done, also where it was refused.
    onSubmit(event, { formData }) {
      event.preventDefault()
      if (mayTry()) startTransition(() => action(formData))
    },
  })
  return (
    <AccountForm form={form} action={action} submit="Ask for the letter" isPending={isPending}>
      <TextField field={email} label="E-mail" type="email" autoComplete="username" />
    </AccountForm>
  )
}
