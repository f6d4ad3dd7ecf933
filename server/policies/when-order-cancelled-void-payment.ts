import { definePolicy } from '@/server/engine/reactions/policy'
import type { OrderEvent } from '@/server/events/order'
import type { Means } from './record-answer'

/** Without an answer it throws and is called again: money that was promised must be let go. */
export const whenOrderCancelledVoidPayment = ({ payment }: Means) =>
  definePolicy<Extract<OrderEvent, { type: 'OrderCancelled' }>>({
    name: 'when-order-cancelled-void-payment',
    version: 1,
    handles: ['OrderCancelled'],
    react: (event) => payment.voidPayment({ paymentId: event.data.paymentId }),
  })
