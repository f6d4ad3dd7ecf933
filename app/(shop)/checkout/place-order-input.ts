import type { PaymentMethod } from '@/server/events/order'
import type { Address } from '@/server/events/values'
import type { CheckoutOrder } from './checkout-input'
import type { PlaceOrderInput } from './place-order.optimistic'

type Ordered = {
  orderId: string
  lines: readonly PlaceOrderInput['lines'][number][]
  person: { name: string } | null
  entered: CheckoutOrder
  address: Address
  payment: PaymentMethod
}

/** The order as the shop is asked for it, by whichever way. */
export function placeOrderInput({ orderId, lines, person, entered, address, payment }: Ordered): PlaceOrderInput {
  return {
    orderId,
    lines: lines.map(({ variantId, quantity, unitPrice }) => ({ variantId, quantity, unitPrice })),
    contact: { name: person?.name ?? address.name, email: entered.email },
    address,
    payment,
  }
}
