'use client'

import { useState } from 'react'
import { useIssue } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { useShopFacts } from '@/app/shop-facts'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import { type PostedRefusal, quantityWords } from '../_forms/posted'
import { changeItemQuantity } from './change-item-quantity.optimistic'
import { shortage } from './shortage'

type PostedLineRefusalProps = { refusal: PostedRefusal; line: CartViewLine; form: string }

/** What the shop said no to when this line's form was posted, and what can be had instead. */
export function PostedLineRefusal({ refusal, line: { variantId, quantity }, form }: PostedLineRefusalProps) {
  const { currency } = useShopFacts()
  const issue = useIssue()
  // Whoever has changed the quantity since has answered.
  const [refusedAt] = useState(quantity)
  if (quantity !== refusedAt) return null
  const left = shortage(refusal.rejection, variantId)?.inStock
  const { title, body } = quantityWords(refusal.rejection, currency)
  return (
    <Notice
      tone="refusal"
      title={title}
      actions={
        left !== undefined &&
        left > quantity && (
          <Button
            small
            type="submit"
            form={form}
            name="instead"
            value={left}
            look="primary"
            onClick={(event) => {
              event.preventDefault()
              issue(changeItemQuantity, { variantId, quantity: left })
            }}
          >
            Take the {left} that {left === 1 ? 'is' : 'are'} left
          </Button>
        )
      }
    >
      {body} The cart holds {quantity} of it.
    </Notice>
  )
}
