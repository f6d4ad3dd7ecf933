import { definePolicy } from '@/server/engine/policy'
import type { OrderEvent } from '@/server/events/order'
import type { Means } from './record-answer'
import { UNPAID_AFTER_MS } from './when-payment-not-finished-release-stock'

/** Puts a job into the queue for the moment at which the order must be paid. One that is over, the sweep finds. */
export const whenOrderPlacedAwaitPayment = ({ reminders, unpaidAfterMs = UNPAID_AFTER_MS }: Means) =>
  definePolicy<Extract<OrderEvent, { type: 'OrderPlaced' }>>({
    name: 'when-order-placed-await-payment',
    version: 1,
    handles: ['OrderPlaced'],
    react: async ({ at, data: { orderId, origin } }) => {
      const dueInMs = Date.parse(at) + unpaidAfterMs - Date.now()
      if (origin === 'shop' && dueInMs > 0) reminders.payment(orderId, dueInMs)
    },
  })
