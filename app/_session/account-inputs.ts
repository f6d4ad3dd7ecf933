import { z } from 'zod'
import { contactInput, emailInput } from '@/server/events/inputs'

/** better-auth is told the same in server/auth.ts. */
export const LEAST_PASSWORD = 10
const MOST_PASSWORD = 128

export const signInInput = z.object({ email: emailInput, password: z.string().min(1).max(MOST_PASSWORD) })

export const signUpInput = contactInput.extend({ password: z.string().min(LEAST_PASSWORD).max(MOST_PASSWORD) })

export const forgottenInput = signInInput.pick({ email: true })

export const resetInput = signUpInput.pick({ password: true })
