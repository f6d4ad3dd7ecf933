import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/command'
import type { OrderEvent } from '@/server/events/order'
import { minorUnits } from '@/server/events/values'

const input = z.object({
  refundId: z.uuid(),
  number: z.string().min(1),
  shopperId: z.uuid().nullable(),
  amount: minorUnits,
  currency: z.string(),
  reason: z.string().min(1),
})

/** Brings in money that was given back. The books do not say for which order, so it stands by itself. */
export const importRefund = defineCommand({
  name: 'ImportRefund',
  input,
  permits: systemOnly,
  load: async () => null,
  decide: (_: null, refund, { at }) => {
    const event: OrderEvent = {
      type: 'RefundIssued',
      key: refund.refundId,
      at,
      data: { ...refund, orderId: null, paymentId: null },
    }
    return { events: [event], result: { refundId: refund.refundId } }
  },
})
