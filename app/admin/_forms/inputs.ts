import { z } from 'zod'
import { parseMoney } from '@/app/_ui/money-input'
import { priceInput } from '@/server/events/inputs'

/** A line of text that must be there; `missing` says what to enter. */
export function lineInput(missing: string, most: number) {
  return z.string({ error: missing }).trim().min(1, missing).max(most, `At most ${most} letters fit.`)
}

/** Why somebody does it. It stays in the history, so it must say something. */
export const reasonInput = lineInput('Say why. It stays in the history.', 200)

/** A whole number in digits, not less and not more than these. */
export function countInput(missing: string, least: number, most: number) {
  const outside = `A whole number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}, please.`
  return z
    .string({ error: missing })
    .trim()
    .regex(/^\d{1,9}$/, outside)
    .transform(Number)
    .refine((count) => count >= least && count <= most, outside)
}

/** An amount of money as it is typed, in minor units. */
export function moneyInput(missing: string, currency: string) {
  return z
    .string({ error: missing })
    .transform((text, context) => {
      const minor = parseMoney(text, currency)
      if (minor !== null) return minor
      context.addIssue({ code: 'custom', message: 'Write an amount in figures, such as 12.50.' })
      return z.NEVER
    })
    .refine((minor) => priceInput.safeParse(minor).success, 'That is more than anything here costs.')
}
