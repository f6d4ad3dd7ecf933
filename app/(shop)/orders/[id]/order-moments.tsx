import type { ReactNode } from 'react'
import { isOrderPaidBack } from '@/app/_order/paid-back'
import { DateTime } from '@/app/_ui/date-time'
import { moneyText } from '@/app/_ui/money-text'
import type { Moment } from '@/app/_ui/timeline'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'

/** The order's way so far, and what is still ahead of it. */
export function momentsOf(order: OrderDetailView, timeZone: string): Moment[] {
  const { placedAt, shipments, refunds, currency } = order
  const timeOf = (utc: string) => <DateTime utc={utc} timeZone={timeZone} />
  return [
    { key: 'placed', title: 'Placed', time: timeOf(placedAt) },
    ...paymentMoment(order),
    ...shipments.map(({ shipmentId, carrier, trackingNumber, shippedAt }) => ({
      key: shipmentId,
      title: `Sent with ${carrier}`,
      time: timeOf(shippedAt),
      state: 'now' as const,
      detail: <>Tracking number {trackingNumber}</>,
    })),
    ...refunds.map(({ refundId, amount, reason, issuedAt }) => ({
      key: refundId,
      title: `${moneyText(amount, currency)} paid back`,
      time: timeOf(issuedAt),
      detail: reason,
    })),
    ...cancelMoment(order, timeOf),
    ...(isAhead(order) ? [{ key: 'sent', title: 'Sent', state: 'ahead' as const }] : []),
  ]
}

function paymentMoment({ payment, status }: OrderDetailView): Moment[] {
  const key = 'payment'
  switch (payment.status) {
    case 'pending':
      return [{ key, title: 'Payment being authorised', state: 'now' }]
    case 'delayed':
      return [{ key, title: 'Payment taking longer than usual', state: 'now' }]
    case 'authorised':
      return [{ key, title: 'Paid', state: status === 'paid' ? 'now' : 'done' }]
    case 'declined':
      return [{ key, title: 'Payment declined', state: 'attention', detail: payment.reason }]
    case 'voided':
      return [{ key, title: 'Payment let go', detail: 'Nothing stays charged.' }]
  }
}

/** After a declined payment the reason stands there already. */
function cancelMoment({ cancellation, payment }: OrderDetailView, timeOf: (utc: string) => ReactNode): Moment[] {
  if (!cancellation) return []
  const detail = payment.status === 'declined' ? undefined : cancellation.reason
  return [{ key: 'cancelled', title: 'Cancelled', time: timeOf(cancellation.at), detail }]
}

/** Not after a declined payment: it is cancelled a moment later, and would first be moved down by the reason. */
function isAhead(order: OrderDetailView): boolean {
  const { status, payment } = order
  return (
    (status === 'awaiting-payment' && payment.status !== 'declined') || (status === 'paid' && !isOrderPaidBack(order))
  )
}
