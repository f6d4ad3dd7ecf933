import { z } from 'zod'
import { addressInput, emailInput } from '@/server/events/inputs'
import type { Address } from '@/server/events/values'

/** The provider says what is wrong with a card; here it only has to be there. */
const card = z.object({ number: z.string().min(1), expiry: z.string().min(1), cvc: z.string().min(1) })

/** What a buyer enters. */
export const checkoutInput = z.object({
  email: emailInput,
  address: addressInput,
  keepAddress: z.boolean().optional(),
  card,
})

/** The same where the address comes from the buyer's book. */
export const checkoutInputWithSavedAddress = checkoutInput.omit({ address: true, keepAddress: true })

export type CheckoutInput = z.input<typeof checkoutInput>

/** What was entered, in order. */
export type CheckoutOrder = z.output<typeof checkoutInputWithSavedAddress> & {
  address?: Address | undefined
  keepAddress?: boolean | undefined
}
