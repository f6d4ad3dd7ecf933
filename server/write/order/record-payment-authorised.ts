import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput } from '@/server/events/inputs'
import type { OrderEvent } from '@/server/events/order'
import { refuse } from '../rejections'
import { whyNotOpen } from './open-payment'
import { lockOrder, type Order, ordersTogether } from './order'

const input = z.object({ orderId: idInput, reference: z.string().min(1) })

export const recordPaymentAuthorised = defineCommand({
  name: 'RecordPaymentAuthorised',
  input,
  permits: systemOnly,
  load: (tx, { orderId }) => lockOrder(tx, orderId),
  together: ordersTogether,
  decide: (order: Order | undefined, { orderId, reference }, { at }) => {
    if (!order) return refuse('OrderNotFound', { orderId })
    const settled = whyNotOpen(order)
    if (settled) return settled
    const { paymentId } = order.payment
    const data = { orderId, paymentId, amount: order.total, reference }
    const events: OrderEvent[] = [{ type: 'PaymentAuthorised', key: orderId, at, data }]
    return { events, result: {} }
  },
})
