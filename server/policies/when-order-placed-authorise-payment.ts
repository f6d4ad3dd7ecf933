import { definePolicy } from '@/server/engine/reactions/policy'
import { reactionId } from '@/server/engine/reactions/reaction-id'
import type { OrderEvent } from '@/server/events/order'
import type { Authorisation } from '@/server/payment/provider'
import { lettingFail, type Means, recordAnswer } from './record-answer'

const name = 'when-order-placed-authorise-payment'

export const whenOrderPlacedAuthorisePayment = (means: Means) =>
  definePolicy<Extract<OrderEvent, { type: 'OrderPlaced' }>>({
    name,
    version: 1,
    handles: ['OrderPlaced'],
    react: async (event) => {
      const { origin, orderId, paymentId, paymentMethod, amounts, currency } = event.data
      if (origin === 'history' || !paymentMethod) return
      const charge = { paymentId, amount: amounts.total, currency, token: paymentMethod.token }
      // Without an answer the payment stays pending, and is asked about again by and by: the next order need not wait.
      const record = (answer: Authorisation) =>
        recordAnswer(means, { orderId, paymentId }, answer, reactionId(name, event))
      const answer = await means.payment.authorise(charge, lettingFail(record)).catch(() => null)
      if (answer) await record(answer)
    },
  })
