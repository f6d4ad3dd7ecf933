'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef } from 'react'
import { useIssue } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { addItemToCart } from '../../cart/add-item-to-cart.optimistic'
import { orderAgainPath } from '../order-path'
import { putBackByForm, tryAnotherCardByForm } from './actions'

type PutBackProps = { order: OrderDetailView; page: string }

/** Puts everything that was ordered into the cart again. */
export function PutBack(props: PutBackProps) {
  return <BackIntoCart {...props} label="Put everything back into the cart" path="/cart" byForm={putBackByForm} />
}

/** The same for an order whose card was declined: the checkout knows what was entered for it. */
export function TryAnotherCard(props: PutBackProps) {
  const path = orderAgainPath(props.order.orderId)
  return <BackIntoCart {...props} label="Try another card" path={path} byForm={tryAnotherCardByForm} />
}

type BackIntoCartProps = PutBackProps & {
  label: string
  /** Where one goes on. */
  path: string
  byForm: (form: FormData) => Promise<void>
}

function BackIntoCart({ order: { orderId, lines }, page, label, path, byForm }: BackIntoCartProps) {
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
    router.push(path)
  }

  return (
    <form action={byForm} onSubmit={putBack}>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="orderId" value={orderId} />
      <Button type="submit" small look="primary">
        {label}
      </Button>
    </form>
  )
}
