'use client'

import { LEAST_PASSWORD } from '@/app/_session/account-inputs'
import { Disclosure } from '@/app/_ui/disclosure'
import { TextField } from '../_forms/text-field'
import { changeEmail, changeName, changePassword } from './actions'
import { DetailsForm } from './details-form'
import { emailInput, nameInput, passwordInput } from './details-inputs'
import { useDetailsForm } from './use-details-form'

/** Name, e-mail address and password of an account, each to be changed by itself. */
export function Details({ person }: { person: { name: string; email: string } }) {
  return (
    <div>
      <NameForm name={person.name} />
      <EmailForm />
      <PasswordForm />
    </div>
  )
}

function NameForm({ name }: { name: string }) {
  const { frame, fields, isRefused } = useDetailsForm('change-name', nameInput, changeName, { name })
  return (
    <Disclosure summary="Change the name" open={isRefused}>
      <DetailsForm {...frame} submit="Save the name">
        <TextField field={fields.name} label="Name" autoComplete="name" />
      </DetailsForm>
    </Disclosure>
  )
}

function EmailForm() {
  const { frame, fields, isRefused } = useDetailsForm('change-email', emailInput, changeEmail)
  return (
    <Disclosure summary="Change the e-mail address" open={isRefused}>
      <DetailsForm {...frame} submit="Save the address">
        <TextField
          field={fields.email}
          label="New e-mail address"
          type="email"
          autoComplete="email"
          hint="You sign in by it from then on. Orders keep the one that they were placed with."
        />
        <TextField field={fields.password} label="Your password" type="password" autoComplete="current-password" />
      </DetailsForm>
    </Disclosure>
  )
}

function PasswordForm() {
  const { frame, fields, isRefused } = useDetailsForm('change-password', passwordInput, changePassword)
  return (
    <Disclosure summary="Change the password" open={isRefused}>
      <DetailsForm {...frame} submit="Save the password">
        <TextField
          field={fields.current}
          label="The password that you have"
          type="password"
          autoComplete="current-password"
        />
        <TextField
          field={fields.password}
          label="The new one"
          type="password"
          autoComplete="new-password"
          hint={`At least ${LEAST_PASSWORD} characters. It signs you out everywhere else.`}
        />
      </DetailsForm>
    </Disclosure>
  )
}
