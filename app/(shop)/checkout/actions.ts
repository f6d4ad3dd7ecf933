'use server'

import { z } from 'zod'
import { shop } from '@/server/shop'

const cardInput = z.object({ number: z.string().max(40), expiry: z.string().max(10), cvc: z.string().max(6) })

/** Takes a card to the payment provider and brings back its token. The card itself is written down nowhere. */
export async function tokeniseCard(card: { number: string; expiry: string; cvc: string }) {
  const parsed = cardInput.safeParse(card)
  if (!parsed.success) return { ok: false, code: 'CardNumberInvalid' } as const
  return shop().payment.tokenise(parsed.data)
}
