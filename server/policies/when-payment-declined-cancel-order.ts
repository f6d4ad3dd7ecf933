import { SYSTEM } from '@/server/actor'
import { definePolicy } from '@/server/engine/reactions/policy'
import { reactionId } from '@/server/engine/reactions/reaction-id'
import type { OrderEvent } from '@/server/events/order'
import { cancelOrder } from '@/server/write/order/cancel-order'
import type { Means } from './record-answer'

const name = 'when-payment-declined-cancel-order'

/** What was not paid goes back on the shelf. An order that somebody cancelled first is refused, and that is well. */
export const whenPaymentDeclinedCancelOrder = ({ dispatch }: Means) =>
  definePolicy<Extract<OrderEvent, { type: 'PaymentDeclined' }>>({
    name,
    version: 1,
    handles: ['PaymentDeclined'],
    react: async (event) => {
      const { orderId, reason } = event.data
      const input = { orderId, reason: `Payment declined: ${reason}`.slice(0, 200) }
      await dispatch(cancelOrder, { id: reactionId(name, event), input, actor: SYSTEM })
    },
  })
