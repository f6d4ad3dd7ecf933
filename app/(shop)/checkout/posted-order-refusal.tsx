'use client'

import { ButtonLink } from '@/app/_ui/button-link'
import { Notice } from '@/app/_ui/notice'
import { rejectionWords } from '@/app/_words/rejection-words'
import { useShopFacts } from '@/app/shop-facts'
import type { Rejection } from '@/server/engine/command'

/** Why no order came of the form, and the way on. */
export function PostedOrderRefusal({ rejection }: { rejection: Rejection }) {
  const { currency } = useShopFacts()
  const { title, body } = rejectionWords(rejection, currency)
  const isPrice = rejection.code === 'PriceHasChanged'
  return (
    <Notice
      tone="refusal"
      title={title}
      actions={
        !isPrice && (
          <ButtonLink small href="/cart">
            Look at the cart
          </ButtonLink>
        )
      }
    >
      {body} Your card was not charged, and has to be entered again.{' '}
      {isPrice && 'The order below has the new price: place it if that is all right.'}
    </Notice>
  )
}
