'use client'

import { useRouter } from 'next/navigation'
import { whenOnline } from '@/app/_client/sending/when-online'
import { useIssue } from '@/app/_client/use-issue'
import { useShopFacts } from '@/app/shop-facts'
import type { PaymentMethod } from '@/server/events/order'
import type { Address } from '@/server/events/values'
import { updateAddress } from '../account/update-address.optimistic'
import { placedPath } from '../orders/order-path'
import type { CheckoutFormProps } from './checkout-form-props'
import type { CheckoutOrder } from './checkout-input'
import { placeOrder } from './place-order.optimistic'
import { placeOrderInput } from './place-order-input'

type Asked = {
  /** The order's id as the page had it when the button was pressed. */
  orderId: string
  entered: CheckoutOrder
  address: Address | undefined
  payment: PaymentMethod
}

/**
 * Places the order and goes to its page at once: it is there before the shop has answered. Where another tab has placed
 * it meanwhile, that one is it.
 */
export function useOrdering({ person, takeCart, onOrdered }: CheckoutFormProps) {
  const issue = useIssue()
  const router = useRouter()
  const { currency } = useShopFacts()

  function place({ orderId, entered, payment }: Asked, address: Address) {
    const { lines } = takeCart()
    onOrdered(lines)
    issue(placeOrder, placeOrderInput({ orderId, lines, person, entered, address, payment }), {
      hint: { lines, currency, isGuest: !person },
    })
    if (entered.keepAddress) issue(updateAddress, { addressId: orderId, address, isDefault: false })
  }

  return (asked: Asked) => {
    const { orderId, address } = asked
    if (!address) return
    if (takeCart().lastOrderId !== orderId) place(asked, address)
    // Without a network its page could not come: this one stays, and says that the order waits.
    void whenOnline().then(() => router.push(placedPath(orderId)))
  }
}
