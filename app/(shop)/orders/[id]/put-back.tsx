'use client'

import { useRouter } from 'next/navigation'
import { useIssue } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import type { OrderLine } from '@/server/events/order'
import { addItemToCart } from '../../cart/add-item-to-cart.optimistic'

/** Puts everything that was ordered into the cart again. */
export function PutBack({ lines }: { lines: readonly OrderLine[] }) {
  const issue = useIssue()
  const router = useRouter()

  function putBack() {
    for (const { sku: _sku, amount: _amount, quantity, ...item } of lines) {
      issue(addItemToCart, { variantId: item.variantId, quantity }, { hint: item })
    }
    router.push('/cart')
  }

  return (
    <Button small look="primary" onClick={putBack}>
      Put everything back into the cart
    </Button>
  )
}
