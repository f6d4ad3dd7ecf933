import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import type { OrderStatus } from '@/server/read/order-status'

/** How much of an order went back, in minor units. */
export function paidBackOf({ refunds }: Pick<OrderDetailView, 'refunds'>): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0)
}

type Sums = { status: OrderStatus; total: number; refunded: number }

/**
 * Whether all that was paid went back before anything was sent. Such an order is cancelled with the last refund; those of
 * before that was so still stand, and are neither sent nor to be sent.
 */
export function isPaidBack({ status, total, refunded }: Sums): boolean {
  return status === 'paid' && total > 0 && refunded >= total
}

/** The same of an order with all there is to show of it. */
export function isOrderPaidBack(order: Pick<OrderDetailView, 'status' | 'amounts' | 'refunds'>): boolean {
  return isPaidBack({ status: order.status, total: order.amounts.total, refunded: paidBackOf(order) })
}
