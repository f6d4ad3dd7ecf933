'use client'

import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { startTransition, useActionState } from 'react'
import type { z } from 'zod'
import { AccountForm } from '@/app/_session/account-form'
import { LEAST_PASSWORD, signUpInput } from '@/app/_session/account-inputs'
import { useEntering } from '@/app/_session/use-entering'
import { useLeaving } from '@/app/_session/use-leaving'
import { fieldWords } from '../_forms/field-words'
import { TextField } from '../_forms/text-field'
import { signUp } from './actions'

export function SignUpForm({ next }: { next: string }) {
  const [answer, action, isPending] = useActionState(signUp, {})
  const { result, goTo } = answer
  useLeaving(goTo)
  const { isEntering, enter } = useEntering(answer)
  const [form, { name, email, password }] = useForm<z.input<typeof signUpInput>>({
    id: 'sign-up',
    lastResult: result,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: signUpInput, formatError: fieldWords }),
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
      next={next}
      submit="Create the account"
      isPending={isEntering || isPending || goTo !== undefined}
    >
      <TextField field={name} label="Name" autoComplete="name" />
      <TextField field={email} label="E-mail" type="email" autoComplete="username" />
      <TextField
        field={password}
        label="Password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${LEAST_PASSWORD} characters. A few words in a row are good.`}
      />
    </AccountForm>
  )
}
