import type { WriteTx } from '@/server/engine/commands/command'
import type { OrderEvent } from '@/server/events/order'
import { lockRefundableOrder, type RefundableOrder } from './order'

type Line = { variantId: string; productId: string; quantity: number; amount: number }
export type CancellableOrder = { order: RefundableOrder | undefined; lines: Line[] }

/** With its lines, whose stock will be given back. That is locked in the order of its ids, as everywhere. */
export async function lockCancellableOrder(tx: WriteTx, orderId: string): Promise<CancellableOrder> {
  const order = await lockRefundableOrder(tx, orderId)
  const lines = await tx.sql<Line[]>`
    select l.variant_id as "variantId", v.product_id as "productId", l.quantity, l.amount
    from write.order_lines l
    join write.variants v on v.id = l.variant_id
    join write.stock s on s.variant_id = l.variant_id
    where l.order_id = ${orderId}
    order by l.variant_id
    for update of s`
  return { order, lines: [...lines] }
}

type Cancellation = { order: RefundableOrder; lines: Line[]; reason: string; at: string; total: number }

/** `total` is what is let go with it: nothing where the money goes back by refunds. */
export function cancelled({ order, lines, reason, at, total }: Cancellation): OrderEvent {
  const { orderId, shopperId, placedAt, payment } = order
  const data = { orderId, reason, paymentId: payment.paymentId, shopperId, placedAt, total, lines }
  return { type: 'OrderCancelled', key: orderId, at, data }
}

type Refund = { order: RefundableOrder; refundId: string; amount: number; reason: string; at: string }

export function refunded({ order, refundId, amount, reason, at }: Refund): OrderEvent {
  const { orderId, number, shopperId, currency, payment } = order
  const data = { refundId, orderId, number, shopperId, paymentId: payment.paymentId, amount, currency, reason }
  return { type: 'RefundIssued', key: orderId, at, data }
}
