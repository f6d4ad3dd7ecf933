import { refuse } from '../rejections'
import type { Order } from './order'

/** Why the provider's answer comes too late to count; null when it is the answer that the order waits for. */
export function whyNotOpen({ number, status: orderStatus, payment: { paymentId, status } }: Order) {
  // An authorisation that meets a cancelled order has to be voided: the policy sees it by this code.
  if (orderStatus === 'cancelled') return refuse('OrderAlreadyCancelled', { number })
  if (status !== 'pending' && status !== 'delayed') return refuse('PaymentAlreadySettled', { paymentId, status })
  return null
}
