import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput } from '@/server/events/inputs'
import type { OrderEvent } from '@/server/events/order'
import { minorUnits } from '@/server/events/values'

const input = z.object({
  refundId: idInput,
  number: z.string().min(1),
  shopperId: idInput.nullable(),
  amount: minorUnits,
  currency: z.string().regex(/^[A-Z]{3}$/),
  reason: z.string().min(1),
})

/** Money that a history gave back; of which order, it does not say. */
export const importRefund = defineCommand({
  name: 'ImportRefund',
  input,
  permits: systemOnly,
  load: () => Promise.resolve(null),
  decide: (_state: null, refund, { at }) => {
    const data = { ...refund, orderId: null, paymentId: null }
    const events: OrderEvent[] = [{ type: 'RefundIssued', key: refund.refundId, at, data }]
    return { events, result: {} }
  },
})
