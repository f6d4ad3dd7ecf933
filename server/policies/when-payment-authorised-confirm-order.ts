import { SYSTEM } from '@/server/actor'
import { definePolicy } from '@/server/engine/policy'
import { reactionId } from '@/server/engine/reaction-id'
import type { OrderEvent } from '@/server/events/order'
import { requestConfirmation } from '@/server/write/confirmation/request-confirmation'
import type { Means } from './record-answer'
import { isToldOfThePast } from './told-of-the-past'

const name = 'when-payment-authorised-confirm-order'

/** A paid order stands, so its buyer is told. The letter itself is sent by a job: a mail server may take its time. */
export const whenPaymentAuthorisedConfirmOrder = ({ dispatch, sql, reminders }: Means) =>
  definePolicy<Extract<OrderEvent, { type: 'PaymentAuthorised' }>>({
    name,
    version: 1,
    handles: ['PaymentAuthorised'],
    react: async (event) => {
      if (await isToldOfThePast(sql, event)) return
      const { orderId } = event.data
      const reply = await dispatch(requestConfirmation, {
        id: reactionId(name, event),
        input: { orderId },
        actor: SYSTEM,
      })
      if (reply.ok) reminders.confirmation(orderId)
    },
  })
