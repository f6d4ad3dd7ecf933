import type { Policy } from '@/server/engine/policy'
import type { Means } from './record-answer'
import { whenOrderCancelledVoidPayment } from './when-order-cancelled-void-payment'
import { whenOrderPlacedAuthorisePayment } from './when-order-placed-authorise-payment'
import { whenOrderPlacedAwaitPayment } from './when-order-placed-await-payment'
import { whenPaymentAuthorisedConfirmOrder } from './when-payment-authorised-confirm-order'
import { whenPaymentDeclinedCancelOrder } from './when-payment-declined-cancel-order'
import { whenRefundIssuedPayBack } from './when-refund-issued-pay-back'

/** Everything that the shop does by itself when something happened. What runs by the clock: jobs.ts, and asking again about
 * payments. */
export function policies(means: Means): Policy[] {
  return [
    whenOrderPlacedAuthorisePayment(means),
    whenOrderPlacedAwaitPayment(means),
    whenPaymentAuthorisedConfirmOrder(means),
    whenPaymentDeclinedCancelOrder(means),
    whenOrderCancelledVoidPayment(means),
    whenRefundIssuedPayBack(means),
  ]
}
