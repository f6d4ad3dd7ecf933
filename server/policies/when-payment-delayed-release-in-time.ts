import { definePolicy } from '@/server/engine/reactions/policy'
import type { OrderEvent } from '@/server/events/order'
import type { Means } from './record-answer'
import { UNPAID_AFTER_MS } from './when-payment-not-finished-release-stock'

/**
 * Puts a job into the queue for the moment at which the order must be paid. An order to which the provider never said
 * anything has none: the sweep finds it.
 */
export const whenPaymentDelayedReleaseInTime = ({ reminders, sql, unpaidAfterMs = UNPAID_AFTER_MS }: Means) =>
  definePolicy<Extract<OrderEvent, { type: 'PaymentDelayed' }>>({
    name: 'when-payment-delayed-release-in-time',
    version: 1,
    handles: ['PaymentDelayed'],
    react: async ({ data: { orderId } }) => {
      const [order] = await sql<{ placedAt: string }[]>`
        select placed_at as "placedAt" from write.orders where id = ${orderId} and status = 'awaiting-payment'`
      if (order) reminders.payment(orderId, Math.max(0, Date.parse(order.placedAt) + unpaidAfterMs - Date.now()))
    },
  })
