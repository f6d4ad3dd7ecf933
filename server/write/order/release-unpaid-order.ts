import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput } from '@/server/events/inputs'
import { cancelOrder } from './cancel-order'
import { whyNotOpen } from './open-payment'

const input = z.object({ orderId: idInput, reason: z.string().min(1) })

/** Takes back an order whose payment was never finished. Whatever the provider says first, stands. */
export const releaseUnpaidOrder = defineCommand({
  name: 'ReleaseUnpaidOrder',
  input,
  permits: systemOnly,
  load: cancelOrder.load,
  decide: (state: Awaited<ReturnType<typeof cancelOrder.load>>, { orderId, reason }, given) => {
    const settled = state.order && whyNotOpen(state.order)
    return settled ?? cancelOrder.decide(state, { orderId, reason }, given)
  },
})
