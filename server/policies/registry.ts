import type { Policy } from '@/server/engine/reactions/policy'
import type { Means } from './record-answer'
import { whenOrderCancelledVoidPayment } from './when-order-cancelled-void-payment'
import { whenOrderPlacedAuthorisePayment } from './when-order-placed-authorise-payment'
import { whenPaymentAuthorisedSendConfirmation } from './when-payment-authorised-send-confirmation'
import { whenPaymentDeclinedCancelOrder } from './when-payment-declined-cancel-order'
import { whenPaymentDelayedReleaseInTime } from './when-payment-delayed-release-in-time'
import { whenRefundIssuedPayBack } from './when-refund-issued-pay-back'

/** Everything that the shop does by itself when something happened. What runs by the clock: jobs.ts, and asking again about
 * payments. */
export function policies(means: Means): Policy[] {
  return [
    whenOrderPlacedAuthorisePayment(means),
    whenPaymentAuthorisedSendConfirmation(means),
    whenPaymentDelayedReleaseInTime(means),
    whenPaymentDeclinedCancelOrder(means),
    whenOrderCancelledVoidPayment(means),
    whenRefundIssuedPayBack(means),
  ]
}
