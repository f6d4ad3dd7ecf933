import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/command'
import type { ConfirmationEvent } from '@/server/events/confirmation'
import { whyOver } from '../order/open-order'
import { lockOrder, type Order } from '../order/order'
import { refuse } from '../rejections'

const input = z.object({ orderId: z.uuid() })

type State = { order: Order | undefined; isRequested: boolean }

/** Asks for the letter that confirms an order: from here on it is owed, whatever becomes of a queue or a worker. */
export const requestConfirmation = defineCommand({
  name: 'RequestConfirmation',
  input,
  permits: systemOnly,
  load: async (tx, { orderId }): Promise<State> => {
    const order = await lockOrder(tx, orderId)
    const rows = await tx.sql`select from write.confirmations where order_id = ${orderId}`
    return { order, isRequested: rows.length > 0 }
  },
  decide: ({ order, isRequested }: State, { orderId }, { at }) => {
    if (!order) return refuse('OrderNotFound', { orderId })
    const over = whyOver(order)
    if (over) return over
    if (order.status === 'awaiting-payment') return refuse('OrderNotPaid', { number: order.number })
    const events: ConfirmationEvent[] = [{ type: 'ConfirmationRequested', key: orderId, at, data: { orderId } }]
    return { events: isRequested ? [] : events, result: {} }
  },
})
