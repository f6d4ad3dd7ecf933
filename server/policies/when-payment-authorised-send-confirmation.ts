import { definePolicy } from '@/server/engine/reactions/policy'
import type { OrderEvent } from '@/server/events/order'
import { CONFIRMING_POLICY, TOO_LATE_AFTER_MS } from './confirmation-sending'
import type { Means } from './record-answer'

/** A paid order stands, so its buyer is told. */
export const whenPaymentAuthorisedSendConfirmation = ({ reminders }: Means) =>
  definePolicy<Extract<OrderEvent, { type: 'PaymentAuthorised' }>>({
    name: CONFIRMING_POLICY,
    version: 1,
    isRelaxed: true,
    handles: ['PaymentAuthorised'],
    concerns: ({ at }) => Date.now() - Date.parse(at) < TOO_LATE_AFTER_MS,
    react: ({ data: { orderId } }) => reminders.confirmation(orderId),
  })
