'use client'

import { useRouter } from 'next/navigation'
import { newId } from '@/app/_client/new-id'
import { useIssue } from '@/app/_client/use-issue'
import { whenOnline } from '@/app/_client/when-online'
import { useShopFacts } from '@/app/shop-facts'
import type { PaymentMethod } from '@/server/events/order'
import type { Address } from '@/server/events/values'
import { placedPath } from '../_order/order-path'
import { updateAddress } from '../account/update-address.optimistic'
import type { CheckoutFormProps } from './checkout-form-props'
import type { CheckoutOrder } from './checkout-input'
import { placeOrder } from './place-order.optimistic'
import { placeOrderInput } from './place-order-input'

/** Places the order and goes to its page at once: it is there before the shop has answered. */
export function useOrdering({ person, takeLines, onOrdered }: CheckoutFormProps) {
  const issue = useIssue()
  const router = useRouter()
  const { currency } = useShopFacts()

  return (entered: CheckoutOrder, address: Address | undefined, payment: PaymentMethod) => {
    if (!address) return
    const orderId = newId()
    const lines = takeLines()
    onOrdered(lines)
    issue(placeOrder, placeOrderInput({ orderId, lines, person, entered, address, payment }), {
      hint: { lines, currency, isGuest: !person },
    })
    if (entered.keepAddress) issue(updateAddress, { addressId: newId(), address, isDefault: false })
    // Without a network its page could not come: this one stays, and says that the order waits.
    void whenOnline().then(() => router.push(placedPath(orderId)))
  }
}
