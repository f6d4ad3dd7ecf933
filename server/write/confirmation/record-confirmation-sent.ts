import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import type { ConfirmationEvent } from '@/server/events/confirmation'
import { idInput } from '@/server/events/inputs'
import { refuse } from '../rejections'

const input = z.object({ orderId: idInput, messageId: z.string().min(1) })

type Confirmation = { isSent: boolean }

export const recordConfirmationSent = defineCommand({
  name: 'RecordConfirmationSent',
  input,
  permits: systemOnly,
  load: async ({ sql }, { orderId }): Promise<Confirmation | undefined> => {
    const [row] = await sql<Confirmation[]>`
      select exists (select from write.confirmations where order_id = ${orderId}) as "isSent"
      from write.orders where id = ${orderId}`
    return row
  },
  decide: (confirmation: Confirmation | undefined, { orderId, messageId }, { at }) => {
    if (!confirmation) return refuse('OrderNotFound', { orderId })
    const data = { orderId, messageId }
    const events: ConfirmationEvent[] = [{ type: 'ConfirmationSent', key: orderId, at, data }]
    return { events: confirmation.isSent ? [] : events, result: {} }
  },
})
