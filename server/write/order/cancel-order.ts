import { z } from 'zod'
import { anyone } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput, reasonInput } from '@/server/events/inputs'
import type { OrderEvent } from '@/server/events/order'
import { refuse } from '../rejections'
import { type CancellableOrder, cancelled, lockCancellableOrder, refunded } from './cancellation'
import { whyOver } from './open-order'

const input = z.object({ orderId: idInput, reason: reasonInput })

/**
 * A shopper cancels an order of their own, staff any; the shop itself those whose payment was declined. Of a payment of
 * which a part went back already, the rest is refunded too, by the id of the command: it can no longer be let go whole.
 */
export const cancelOrder = defineCommand({
  name: 'CancelOrder',
  input,
  permits: anyone,
  load: (tx, { orderId }) => lockCancellableOrder(tx, orderId),
  decide: ({ order, lines }: CancellableOrder, { orderId, reason }, { actor, at, commandId }) => {
    const isShopper = actor.kind === 'guest' || actor.kind === 'customer'
    if (!order || (isShopper && order.shopperId !== actor.id)) return refuse('OrderNotFound', { orderId })
    const over = whyOver(order)
    if (over) return over
    if (order.status === 'shipped') return refuse('OrderAlreadyShipped', { number: order.number })
    const isWhole = order.refunded === 0
    const left = order.total - order.refunded
    const rest = refunded({ order, refundId: commandId, amount: left, reason, at })
    const events: OrderEvent[] = [
      ...(isWhole || left === 0 ? [] : [rest]),
      cancelled({ order, lines, reason, at, total: isWhole ? order.total : 0 }),
    ]
    return { events, result: { orderId } }
  },
})
