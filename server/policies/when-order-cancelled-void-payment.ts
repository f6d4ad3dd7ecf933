import { definePolicy } from '@/server/engine/reactions/policy'
import type { OrderEvent } from '@/server/events/order'
import type { Means } from './record-answer'

/**
 * Without an answer it throws and is called again: money that was promised must be let go. What was refunded is paid back
 * by the refunds, to the penny, and nothing else.
 */
export const whenOrderCancelledVoidPayment = ({ payment }: Means) =>
  definePolicy<Extract<OrderEvent, { type: 'OrderCancelled' }>>({
    name: 'when-order-cancelled-void-payment',
    version: 1,
    handles: ['OrderCancelled'],
    react: async ({ data: { paymentId, total } }) => {
      if (total > 0) await payment.voidPayment({ paymentId })
    },
  })
