import { z } from 'zod'
import { anyone } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput, reasonInput } from '@/server/events/inputs'
import type { OrderEvent } from '@/server/events/order'
import { refuse } from '../rejections'
import { whyOver } from './open-order'
import { lockRefundableOrder, type RefundableOrder } from './order'

const input = z.object({ orderId: idInput, reason: reasonInput })

type Line = { variantId: string; productId: string; quantity: number; amount: number }
type State = { order: RefundableOrder | undefined; lines: Line[] }

/** A shopper cancels an order of their own, staff any; the shop itself those whose payment was declined. */
export const cancelOrder = defineCommand({
  name: 'CancelOrder',
  input,
  permits: anyone,
  load: async (tx, { orderId }): Promise<State> => {
    const order = await lockRefundableOrder(tx, orderId)
    // The stock that will be given back is locked in the order of its ids, as everywhere.
    const lines = await tx.sql<Line[]>`
      select l.variant_id as "variantId", v.product_id as "productId", l.quantity, l.amount
      from write.order_lines l
      join write.variants v on v.id = l.variant_id
      join write.stock s on s.variant_id = l.variant_id
      where l.order_id = ${orderId}
      order by l.variant_id
      for update of s`
    return { order, lines: [...lines] }
  },
  decide: ({ order, lines }: State, { orderId, reason }, { actor, at }) => {
    const isShopper = actor.kind === 'guest' || actor.kind === 'customer'
    if (!order || (isShopper && order.shopperId !== actor.id)) return refuse('OrderNotFound', { orderId })
    const { number, shopperId, placedAt, total, refunded, payment } = order
    const over = whyOver(order)
    if (over) return over
    if (order.status === 'shipped') return refuse('OrderAlreadyShipped', { number })
    if (refunded > 0) return refuse('OrderAlreadyRefunded', { number, refunded })
    const data = { orderId, reason, paymentId: payment.paymentId, shopperId, placedAt, total, lines }
    const events: OrderEvent[] = [{ type: 'OrderCancelled', key: orderId, at, data }]
    return { events, result: { orderId } }
  },
})
