'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef } from 'react'
import { useIssue } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { addItemToCart } from '../../cart/add-item-to-cart.optimistic'
import { putBackByForm } from './actions'

/** Puts everything that was ordered into the cart again. */
export function PutBack({ order: { orderId, lines }, page }: { order: OrderDetailView; page: string }) {
  const issue = useIssue()
  const router = useRouter()
  const isDone = useRef(false)

  function putBack(event: FormEvent) {
    event.preventDefault()
    if (isDone.current) return
    isDone.current = true
    for (const { sku: _sku, amount: _amount, quantity, ...item } of lines) {
      issue(addItemToCart, { variantId: item.variantId, quantity }, { hint: item })
    }
    router.push('/cart')
  }

  return (
    <form action={putBackByForm} onSubmit={putBack}>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="orderId" value={orderId} />
      <Button type="submit" small look="primary">
        Put everything back into the cart
      </Button>
    </form>
  )
}
