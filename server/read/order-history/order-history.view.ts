import type { OrderEvent, OrderLine } from '@/server/events/order'
import type { Category } from '@/server/events/product'
import { type OrderStatus, statusAfter, statusWhenPlaced } from '../order-status'

export const ORDER_EVENTS = [
  'OrderPlaced',
  'PaymentAuthorised',
  'OrderShipped',
  'OrderCancelled',
  'RefundIssued',
] as const satisfies OrderEvent['type'][]

const MOST_ITEMS = 4

/** An order in a list. Amounts in minor units. */
export type OrderHistoryView = {
  orderId: string
  number: string
  shopperId: string | null
  customerName: string | null
  customerEmail: string | null
  status: OrderStatus
  currency: string
  total: number
  refunded: number
  itemCount: number
  /** The first few, to be shown as pictures. */
  items: { name: string; picture: string; category: Category }[]
  placedAt: string
}

export function applyToOrderHistory(order: OrderHistoryView | null, event: OrderEvent): OrderHistoryView | null {
  if (event.type === 'OrderPlaced') return placedOrder(event)
  if (order === null || event.data.orderId !== order.orderId) return order
  if (event.type === 'RefundIssued') return { ...order, refunded: order.refunded + event.data.amount }
  return { ...order, status: statusAfter(order.status, event) }
}

export function placedOrder({ at, data }: Extract<OrderEvent, { type: 'OrderPlaced' }>): OrderHistoryView {
  const { orderId, number, shopperId, contact, currency, lines, amounts, origin } = data
  return {
    orderId,
    number,
    shopperId,
    customerName: contact?.name ?? null,
    customerEmail: contact?.email ?? null,
    status: statusWhenPlaced(origin),
    currency,
    total: amounts.total,
    refunded: 0,
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    items: lines.slice(0, MOST_ITEMS).map(toItem),
    placedAt: at,
  }
}

function toItem({ name, picture, category }: OrderLine): OrderHistoryView['items'][number] {
  return { name, picture, category }
}
