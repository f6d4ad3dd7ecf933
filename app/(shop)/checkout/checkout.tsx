'use client'

import { useActionState, useEffect, useRef, useState } from 'react'
import { useSync } from '@/app/_client/use-sync'
import { useView } from '@/app/_client/use-view'
import { Columns } from '@/app/_ui/columns'
import { PageHead } from '@/app/_ui/page-head'
import type { SelectOption } from '@/app/_ui/select-field'
import type { Rejection } from '@/server/engine/commands/command'
import type { Answer } from '@/server/engine/log/mark'
import type { AddressBookView } from '@/server/read/address-book/address-book.view'
import type { CartView, CartViewLine } from '@/server/read/cart/cart.view'
import { EmptyCart } from '../cart/empty-cart'
import { correctedLines } from '../orders/[id]/corrected-order'
import { orderByForm } from './actions'
import { AlreadyOrdered } from './already-ordered'
import { CheckoutForm } from './checkout-form'
import type { CheckoutFormProps } from './checkout-form-props'
import type { EnteredBefore } from './entered-before'
import { MemberCheckoutForm } from './member-checkout-form'
import { nextOrderId } from './next-order-id'
import { OrderReview } from './order-review'

type CheckoutProps = {
  cart: Answer<CartView>
  /** Nobody where a guest checks out, who has no address book either. */
  person: { name: string; email: string } | null
  book: Answer<AddressBookView> | undefined
  /** What was entered for an order that another card is tried for. */
  before: EnteredBefore | null
  countries: readonly SelectOption[]
  page: string
}

const FORM = 'checkout'

/** Whoever was told that a price has changed, and posts the form again, has taken it. */
function withPricesOf(rejection: Rejection | undefined, lines: readonly CartViewLine[]): readonly CartViewLine[] {
  return (rejection?.code === 'PriceHasChanged' && correctedLines(lines, rejection)) || lines
}

/** Who, where to, by which card; and beside it what is ordered, with the button. */
export function Checkout({ cart: initial, person, book, before, countries, page }: CheckoutProps) {
  const { data: cart } = useView({ name: 'cart', input: {}, initial })
  // An order that is on its way empties the cart; this page shows what was ordered until it is left.
  const [ordered, setOrdered] = useState<readonly CartViewLine[]>()
  // Another tab may empty it while this one still asks about the card.
  const [asked, setAsked] = useState<readonly CartViewLine[]>()
  const [cameAfter] = useState(cart.lastOrderId)
  const isOffline = useSync().state === 'offline'
  const [posted, action] = useActionState(orderByForm, {})
  const inCart = withPricesOf(posted.rejection, cart.lines)
  const lines = ordered ?? (inCart.length > 0 ? inCart : (asked ?? []))
  const { lastOrderId } = cart
  const seen = useRef({ lines, lastOrderId })
  useEffect(() => {
    seen.current = { lines, lastOrderId }
  }, [lines, lastOrderId])
  if (lines.length === 0 && lastOrderId && lastOrderId !== cameAfter) return <AlreadyOrdered orderId={lastOrderId} />
  if (lines.length === 0) return <EmptyCart isGuest={!person} />

  const isBusy = asked !== undefined || ordered !== undefined
  const waiting = isBusy && isOffline ? (ordered ? 'ordered' : 'card') : undefined
  const form: Omit<CheckoutFormProps, 'addresses'> = {
    id: FORM,
    page,
    posted,
    action,
    orderId: nextOrderId(cart),
    lines,
    person,
    before,
    countries,
    waiting,
    takeCart: () => seen.current,
    onSending: (isSending) => setAsked(isSending ? lines : undefined),
    onOrdered: setOrdered,
  }
  return (
    <>
      <PageHead title="Checkout" />
      <Columns aside={<OrderReview lines={lines} form={FORM} isSending={isBusy} isWaiting={waiting !== undefined} />}>
        {book ? <MemberCheckoutForm book={book} {...form} /> : <CheckoutForm addresses={[]} {...form} />}
      </Columns>
    </>
  )
}
