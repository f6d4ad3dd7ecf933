import { z } from 'zod'
import { staff } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput, priceInput, reasonInput } from '@/server/events/inputs'
import type { OrderEvent } from '@/server/events/order'
import { refuse } from '../rejections'
import { type CancellableOrder, cancelled, lockCancellableOrder, refunded } from './cancellation'
import { whyOver } from './open-order'

const input = z.object({ orderId: idInput, refundId: idInput, amount: priceInput.min(1), reason: reasonInput })

/** Pays back a part or all. What is not sent yet and is paid back in full is not sent any more: it is cancelled with it. */
export const refundOrder = defineCommand({
  name: 'RefundOrder',
  input,
  permits: staff,
  load: (tx, { orderId }) => lockCancellableOrder(tx, orderId),
  decide: ({ order, lines }: CancellableOrder, { orderId, refundId, amount, reason }, { at }) => {
    if (!order) return refuse('OrderNotFound', { orderId })
    const { number, status } = order
    const over = whyOver(order)
    if (over) return over
    if (status === 'awaiting-payment') return refuse('OrderNotPaid', { number })
    const left = order.total - order.refunded
    if (amount > left) return refuse('RefundTooLarge', { number, left })
    const events: OrderEvent[] = [
      refunded({ order, refundId, amount, reason, at }),
      ...(status === 'paid' && amount === left ? [cancelled({ order, lines, reason, at, total: 0 })] : []),
    ]
    return { events, result: { orderId, left: left - amount } }
  },
})
