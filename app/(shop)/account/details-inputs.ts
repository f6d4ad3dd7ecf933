import { z } from 'zod'
import { contactInput } from '@/server/events/inputs'
import { signInInput, signUpInput } from '../_session/account-inputs'

export const nameInput = contactInput.pick({ name: true })

/** Whoever holds the session alone does not take the account along: the password is asked for. */
export const emailInput = signInInput

export const passwordInput = z.object({
  current: signInInput.shape.password,
  password: signUpInput.shape.password,
})
