import type { OrderEvent } from '@/server/events/order'

/** Where an order stands, as every list and page calls it. */
export type OrderStatus = 'awaiting-payment' | 'paid' | 'shipped' | 'cancelled'

export const ORDER_STATUSES = ['awaiting-payment', 'paid', 'shipped', 'cancelled'] as const satisfies OrderStatus[]

/** A payment that is authorised after the order was cancelled does not bring it back. */
export function statusAfter(status: OrderStatus, event: OrderEvent): OrderStatus {
  switch (event.type) {
    case 'PaymentAuthorised':
      return status === 'awaiting-payment' ? 'paid' : status
    case 'OrderShipped':
      return status === 'cancelled' ? status : 'shipped'
    case 'OrderCancelled':
      return 'cancelled'
    default:
      return status
  }
}
