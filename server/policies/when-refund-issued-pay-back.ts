import { definePolicy } from '@/server/engine/reactions/policy'
import type { OrderEvent } from '@/server/events/order'
import type { Means } from './record-answer'

/** Without an answer it throws and is called again: a refund is a promise. Those of a history were paid back then. */
export const whenRefundIssuedPayBack = ({ payment }: Means) =>
  definePolicy<Extract<OrderEvent, { type: 'RefundIssued' }>>({
    name: 'when-refund-issued-pay-back',
    version: 1,
    handles: ['RefundIssued'],
    react: async ({ data: { refundId, paymentId, amount, currency } }) => {
      if (paymentId) await payment.refund({ refundId, paymentId, amount, currency })
    },
  })
