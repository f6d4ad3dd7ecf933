'use client'

import type { MouseEvent } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { useShopFacts } from '@/app/shop-facts'
import { type PostedRefusal, quantityWords } from '../../_forms/posted'
import { shortage } from '../../cart/shortage'

type PostedItemRefusalProps = {
  refusal: PostedRefusal
  inCart: number
  onTake: (event: MouseEvent, quantity: number) => void
}

/** Why the item is not in the cart, at the button that was to put it there, and what can be had instead. */
export function PostedItemRefusal({ refusal, inCart, onTake }: PostedItemRefusalProps) {
  const { currency } = useShopFacts()
  const { title, body } = quantityWords(refusal.rejection, currency)
  const left = (shortage(refusal.rejection, refusal.about)?.inStock ?? 0) - inCart
  return (
    <Notice
      tone="refusal"
      title={title}
      actions={
        left > 0 && (
          <Button small type="submit" name="instead" value={left} onClick={(event) => onTake(event, left)}>
            Take the {left} that {left === 1 ? 'is' : 'are'} left
          </Button>
        )
      }
    >
      {body}
    </Notice>
  )
}
