'use client'

import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { startTransition, useActionState } from 'react'
import type { z } from 'zod'
import { AccountForm } from '@/app/_session/account-form'
import { signInInput } from '@/app/_session/account-inputs'
import { useEntering } from '@/app/_session/use-entering'
import { useLeaving } from '@/app/_session/use-leaving'
import { Link } from '@/app/_ui/link'
import { fieldWords } from '../_forms/field-words'
import { TextField } from '../_forms/text-field'
import { signIn } from './actions'
import { DemoAccounts } from './demo-account-list'

type SignInFormProps = { next: string; hasDemoAccounts: boolean }

export function SignInForm({ next, hasDemoAccounts }: SignInFormProps) {
  const [answer, action, isPending] = useActionState(signIn, {})
  const { result, goTo } = answer
  useLeaving(goTo)
  const { isEntering, enter } = useEntering(answer)
  const [form, { email, password }] = useForm<z.input<typeof signInInput>>({
    id: 'sign-in',
    lastResult: result,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: signInInput, formatError: fieldWords }),
    // Not by the form's own action: React empties a form once its action is done, also where it was refused.
    onSubmit(event, { formData }) {
      event.preventDefault()
      void enter(() => startTransition(() => action(formData)))
    },
  })

  function fill(account: { email: string; password: string }) {
    form.update({ name: email.name, value: account.email })
    form.update({ name: password.name, value: account.password })
  }

  return (
    <>
      <AccountForm
        form={form}
        action={action}
        next={next}
        submit="Sign in"
        isPending={isEntering || isPending || goTo !== undefined}
      >
        <TextField field={email} label="E-mail" type="email" autoComplete="username" />
        <TextField field={password} label="Password" type="password" autoComplete="current-password" />
      </AccountForm>
      <p>
        <Link href="/forgot-password">Forgot your password?</Link>
      </p>
      {hasDemoAccounts && <DemoAccounts onChoose={fill} />}
    </>
  )
}
