import type { EffectsOf } from '@/server/engine/dispatch'
import type { ConfirmationEvent } from '@/server/events/confirmation'

export const confirmationEffects: EffectsOf<ConfirmationEvent> = {
  ConfirmationRequested: ({ sql }, { at, data: { orderId } }) => sql`
    insert into write.confirmations (order_id, requested_at) values (${orderId}, ${at})`,
  ConfirmationSent: ({ sql }, { at, data: { orderId } }) => sql`
    update write.confirmations set sent_at = ${at} where order_id = ${orderId}`,
}
