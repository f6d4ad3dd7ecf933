'use client'

import type { Refusal } from '@/app/_client/journal/refusal-book'
import { useIssue } from '@/app/_client/use-issue'
import { useRefusals } from '@/app/_client/use-refusals'
import { Button } from '@/app/_ui/button'
import { ButtonLink } from '@/app/_ui/button-link'
import { moneyText } from '@/app/_ui/money-text'
import { PageMessage } from '@/app/_ui/page-message'
import { rejectionWords } from '@/app/_words/rejection-words'
import { useShopFacts } from '@/app/shop-facts'
import { orderAmounts } from '@/server/events/amounts'
import { changeItemQuantity } from '../../cart/change-item-quantity.optimistic'
import { removeItemFromCart } from '../../cart/remove-item-from-cart.optimistic'
import { type PlaceOrderHint, type PlaceOrderInput, placeOrder } from '../../checkout/place-order.optimistic'
import { correctedLines } from './corrected-order'
import { useSaidOnce } from './use-said-once'

/** The shop said no to the order: why, and the order as it could be placed now. */
export function NotPlaced({ refusal }: { refusal: Refusal }) {
  const { currency } = useShopFacts()
  const { title, body } = rejectionWords(refusal.rejection, currency)
  useSaidOnce(refusal.id)
  return (
    <PageMessage title={title} actions={<Ways refusal={refusal} />}>
      <p>{body}</p>
      <p>Your card was not charged, and the cart is as it was.</p>
    </PageMessage>
  )
}

function Ways({ refusal }: { refusal: Refusal }) {
  const { currency } = useShopFacts()
  const again = useOrderAgain(refusal)
  const hint = refusal.hint as PlaceOrderHint
  const lines = correctedLines(hint.lines, refusal.rejection)
  const isThere = lines !== null && lines.length > 0
  return (
    <>
      {isThere && (
        <Button look="primary" onClick={() => again(lines)}>
          Order it for {moneyText(orderAmounts(lines).total, currency)}
        </Button>
      )}
      <ButtonLink href="/cart" look={isThere ? 'quiet' : 'primary'}>
        Look at the cart
      </ButtonLink>
    </>
  )
}

/** Makes the cart as it can be, and orders that: the same order, by a new command. */
function useOrderAgain(refusal: Refusal) {
  const issue = useIssue()
  const { dismiss } = useRefusals()
  const input = refusal.input as PlaceOrderInput
  const hint = refusal.hint as PlaceOrderHint

  return (lines: PlaceOrderHint['lines']) => {
    for (const { variantId, quantity } of hint.lines) {
      const left = lines.find((line) => line.variantId === variantId)
      if (!left) issue(removeItemFromCart, { variantId })
      else if (left.quantity !== quantity) issue(changeItemQuantity, { variantId, quantity: left.quantity })
    }
    const ordered = lines.map(({ variantId, quantity, unitPrice }) => ({ variantId, quantity, unitPrice }))
    issue(placeOrder, { ...input, lines: ordered }, { hint: { ...hint, lines } })
    dismiss(refusal.id)
  }
}
