'use client'

import { ButtonLink } from '@/app/_ui/button-link'
import { Notice } from '@/app/_ui/notice'
import { rejectionWords } from '@/app/_words/rejection-words'
import { useShopFacts } from '@/app/shop-facts'
import type { Rejection } from '@/server/engine/commands/command'
import type { PostedOrder } from './posted-order'

/** Why no order came of the form, and the way on. */
export function PostedOrderRefusal({ posted: { rejection, result, cardRefusal } }: { posted: PostedOrder }) {
  if (rejection) return <NotOrdered rejection={rejection} />
  if (result?.status !== 'error' && !cardRefusal) return null
  return (
    <Notice tone="refusal" title="Not everything is there yet">
      What is missing or wrong is said where it belongs. The card has to be entered again: no page ever holds it.
    </Notice>
  )
}

function NotOrdered({ rejection }: { rejection: Rejection }) {
  const { currency } = useShopFacts()
  const { title, body } = rejectionWords(rejection, currency)
  if (rejection.code === 'PriceHasChanged') {
    return (
      <Notice tone="refusal" title={title}>
        {body} The order beside this has the new price. Enter the card again to place it so.
      </Notice>
    )
  }
  const toTheCart = (
    <ButtonLink small href="/cart">
      Look at the cart
    </ButtonLink>
  )
  return (
    <Notice tone="refusal" title={title} actions={toTheCart}>
      {body} Your card was not charged.
    </Notice>
  )
}
