import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/command'
import { type OrderEvent, orderLineSchema } from '@/server/events/order'
import { contactSchema } from '@/server/events/values'

const input = z.object({
  orderId: z.uuid(),
  number: z.string().min(1),
  /** Null: a guest of whom nothing is known. */
  customer: z.object({ shopperId: z.uuid(), contact: contactSchema }).nullable(),
  currency: z.string(),
  country: z.string(),
  paymentId: z.uuid(),
  lines: z.array(orderLineSchema).min(1),
})

/**
 * Brings in an order as it stands in the books: nothing is asked of price, stock or card, because all that was settled
 * when it happened. The amounts of the lines are taken as they are, and the total is their sum.
 */
export const importOrder = defineCommand({
  name: 'ImportOrder',
  input,
  permits: systemOnly,
  load: async () => null,
  decide: (_: null, { customer, ...order }, { at }) => {
    const { orderId, paymentId } = order
    const total = order.lines.reduce((sum, line) => sum + line.amount, 0)
    const placed: OrderEvent = {
      type: 'OrderPlaced',
      key: orderId,
      at,
      data: {
        ...order,
        subject: customer?.shopperId ?? orderId,
        shopperId: customer?.shopperId ?? null,
        guest: customer === null,
        origin: 'history',
        contact: customer?.contact ?? null,
        address: null,
        paymentMethod: null,
        amounts: { lines: total, discount: 0, shipping: 0, tax: 0, total },
      },
    }
    const paid: OrderEvent = {
      type: 'PaymentAuthorised',
      key: orderId,
      at,
      data: { orderId, paymentId, amount: total, reference: order.number },
    }
    return { events: [placed, paid], result: { orderId } }
  },
})
