import 'server-only'
import { z } from 'zod'
import { idInput } from '@/server/events/inputs'
import { shop } from '@/server/shop'
import type { TokenRefusal } from './card-refusal'

const cardInput = z.object({
  number: z.string().max(40),
  expiry: z.string().max(10),
  cvc: z.string().max(6),
  onceFor: idInput.optional(),
})

type CardEntered = z.input<typeof cardInput>

/** Takes a card to the payment provider and brings back its token, or why there is none. */
export async function tokenise(card: CardEntered) {
  const parsed = cardInput.safeParse(card)
  if (!parsed.success) return { ok: false, code: 'CardNumberInvalid' } as const
  return shop().payment.tokenise(parsed.data)
}

/** The same where nobody stands by to try again: that the provider did not answer is an answer. */
export function tokeniseOrSay(card: CardEntered) {
  return tokenise(card).catch(() => ({ ok: false, code: 'Unreachable' as TokenRefusal }) as const)
}
