import type { EffectsOf } from '@/server/engine/commands/effects'
import type { ConfirmationEvent } from '@/server/events/confirmation'

export const confirmationEffects: EffectsOf<ConfirmationEvent> = {
  ConfirmationSent: ({ sql }, { at, data: { orderId } }) => sql`
    insert into write.confirmations (order_id, sent_at) values (${orderId}, ${at})`,
}
