'use server'

import { placePostedOrder } from './place-posted-order'
import type { PostedOrder } from './posted-order'
import { tokenise } from './tokenise'

/** Takes a card to the payment provider and brings back its token. The card itself is written down nowhere. */
export async function tokeniseCard(card: { number: string; expiry: string; cvc: string }) {
  return tokenise(card)
}

/** The whole checkout in one go, for a form that is posted where no script runs. */
export async function orderByForm(_before: PostedOrder, form: FormData): Promise<PostedOrder> {
  return placePostedOrder(form)
}
