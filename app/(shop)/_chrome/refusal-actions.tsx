'use client'

import type { Refusal } from '@/app/_client/outcomes'
import { useIssue } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import { ButtonLink } from '@/app/_ui/button-link'
import type { CartItem } from '@/server/events/cart'
import { orderOf, placedPath } from '../_order/order-path'
import { addItemToCart } from '../cart/add-item-to-cart.optimistic'
import { shortage } from '../cart/shortage'

type RefusalActionsProps = { refusal: Refusal; onDone: () => void }

/** What can be done about a refusal from any page. */
export function RefusalActions({ refusal, onDone }: RefusalActionsProps) {
  const orderId = orderOf(refusal)
  if (orderId) {
    return (
      <ButtonLink small href={placedPath(orderId)}>
        Look at the order
      </ButtonLink>
    )
  }
  if (refusal.name === 'AddItemToCart') return <TakeTheRest refusal={refusal} onDone={onDone} />
  if (refusal.name === 'ChangeItemQuantity') {
    return (
      <ButtonLink small href="/cart">
        Look at the cart
      </ButtonLink>
    )
  }
  return null
}

/** As many as are left, where that is more than are in the cart already. */
function TakeTheRest({ refusal, onDone }: RefusalActionsProps) {
  const issue = useIssue()
  const { variantId, quantity } = refusal.input as { variantId: string; quantity: number }
  const short = shortage(refusal.rejection, variantId)
  if (!short) return null
  const left = short.inStock - (short.wanted - quantity)
  if (left <= 0) return null
  return (
    <Button
      small
      look="primary"
      onClick={() => {
        onDone()
        issue(addItemToCart, { variantId, quantity: left }, { hint: refusal.hint as CartItem })
      }}
    >
      Take the {left} that {left === 1 ? 'is' : 'are'} left
    </Button>
  )
}
