import type { OrderEvent } from '@/server/events/order'

/**
 * Where an order stands, as every list and page calls it. `past` is what an imported history tells of: it is over, and
 * nobody knows how its parcel went.
 */
export type OrderStatus = 'awaiting-payment' | 'paid' | 'shipped' | 'cancelled' | 'past'

export const ORDER_STATUSES = [
  'awaiting-payment',
  'paid',
  'shipped',
  'cancelled',
  'past',
] as const satisfies OrderStatus[]

/** How an order begins. */
export const statusWhenPlaced = (origin: 'shop' | 'history'): OrderStatus =>
  origin === 'history' ? 'past' : 'awaiting-payment'

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
