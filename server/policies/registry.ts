import type { Policy } from '@/server/engine/policy'
import type { Means } from './record-answer'
import { whenOrderCancelledVoidPayment } from './when-order-cancelled-void-payment'
import { whenOrderPlacedAuthorisePayment } from './when-order-placed-authorise-payment'
import { whenPaymentDeclinedCancelOrder } from './when-payment-declined-cancel-order'
import { whenRefundIssuedPayBack } from './when-refund-issued-pay-back'

/** Everything that the shop does by itself when something happened. Asking again about payments runs by the clock. */
export function policies(means: Means): Policy[] {
  return [
    whenOrderPlacedAuthorisePayment(means),
    whenPaymentDeclinedCancelOrder(means),
    whenOrderCancelledVoidPayment(means),
    whenRefundIssuedPayBack(means),
  ]
}
