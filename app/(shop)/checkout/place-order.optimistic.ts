import { defineOptimistic, type Facts } from '@/app/_client/commands/optimistic-command'
import { orderAmounts } from '@/server/events/amounts'
import type { OrderEvent, OrderLine, PaymentMethod } from '@/server/events/order'
import { orderNumber } from '@/server/events/order-number'
import type { Address, Contact } from '@/server/events/values'
import { applyToCart, type CartView, type CartViewLine } from '@/server/read/cart/cart.view'
import { applyToOrderDetail, type OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { applyToOrderList, type OrderFilter, type OrderListView } from '@/server/read/order-history/order-list.view'

export type PlaceOrderInput = {
  orderId: string
  lines: { variantId: string; quantity: number; unitPrice: number }[]
  contact: Contact
  address: Address
  payment: PaymentMethod
}

/** The cart as it was ordered, and what else the order's event will say. */
export type PlaceOrderHint = { lines: readonly CartViewLine[]; currency: string; isGuest: boolean }

export const placeOrder = defineOptimistic<PlaceOrderInput, PlaceOrderHint>({
  command: 'PlaceOrder',
  entity: ({ orderId }) => orderId,
  // Two tabs may have asked for one order: it is shown once, as it stands.
  patches: [
    {
      query: 'cart',
      patch: (cart: CartView, { orderId }, { at }) =>
        applyToCart(cart, { type: 'CartCheckedOut', key: cart.shopperId, at, data: { orderId } }),
    },
    {
      query: 'findOrder',
      patch: (order: OrderDetailView | null, input, facts) =>
        !order && (facts.asked as { orderId: string }).orderId === input.orderId
          ? applyToOrderDetail(order, orderPlaced(input, facts))
          : order,
    },
    {
      query: 'listOwnOrders',
      patch: (list: OrderListView, input, facts) =>
        list.orders.some(({ orderId }) => orderId === input.orderId)
          ? list
          : applyToOrderList(list, orderPlaced(input, facts), facts.asked as OrderFilter),
    },
  ],
  refetches: ['findProductPage'],
})

/** The event that the command will make, as far as this browser knows it. */
function orderPlaced(input: PlaceOrderInput, { id, at, actorId, hint }: Facts<PlaceOrderHint>): OrderEvent {
  const { orderId, contact, address, payment } = input
  const lines = hint.lines.map(toOrderLine)
  return {
    type: 'OrderPlaced',
    key: orderId,
    at,
    data: {
      orderId,
      number: orderNumber(orderId),
      subject: actorId,
      shopperId: actorId,
      guest: hint.isGuest,
      origin: 'shop',
      currency: hint.currency,
      country: address.country,
      contact,
      address,
      paymentId: id,
      paymentMethod: payment,
      lines,
      amounts: orderAmounts(lines),
    },
  }
}

/** A cart does not know the SKU, and no page of the shop shows it. */
function toOrderLine(line: CartViewLine): OrderLine {
  return { ...line, sku: '', amount: line.quantity * line.unitPrice }
}
