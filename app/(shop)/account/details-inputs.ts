import { z } from 'zod'
import { signInInput, signUpInput } from '@/app/_session/account-inputs'
import { contactInput } from '@/server/events/inputs'

export const nameInput = contactInput.pick({ name: true })

/** Whoever holds the session alone does not take the account along: the password is asked for. */
export const emailInput = signInInput

export const passwordInput = z.object({
  current: signInInput.shape.password,
  password: signUpInput.shape.password,
})
