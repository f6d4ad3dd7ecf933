import { z } from 'zod'
import { staff } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput, priceInput, reasonInput } from '@/server/events/inputs'
import type { OrderEvent } from '@/server/events/order'
import { refuse } from '../rejections'
import { whyOver } from './open-order'
import { lockRefundableOrder, type RefundableOrder } from './order'

const input = z.object({ orderId: idInput, refundId: idInput, amount: priceInput.min(1), reason: reasonInput })

export const refundOrder = defineCommand({
  name: 'RefundOrder',
  input,
  permits: staff,
  load: (tx, { orderId }) => lockRefundableOrder(tx, orderId),
  decide: (order: RefundableOrder | undefined, { orderId, refundId, amount, reason }, { at }) => {
    if (!order) return refuse('OrderNotFound', { orderId })
    const { number, shopperId, currency } = order
    const over = whyOver(order)
    if (over) return over
    if (order.status === 'awaiting-payment') return refuse('OrderNotPaid', { number })
    const left = order.total - order.refunded
    if (amount > left) return refuse('RefundTooLarge', { number, left })
    const { paymentId } = order.payment
    const data = { refundId, orderId, number, shopperId, paymentId, amount, currency, reason }
    const events: OrderEvent[] = [{ type: 'RefundIssued', key: orderId, at, data }]
    return { events, result: { orderId, left: left - amount } }
  },
})
