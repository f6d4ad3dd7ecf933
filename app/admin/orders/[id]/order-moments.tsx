import { isOrderPaidBack } from '@/app/_order/paid-back'
import { DateTime } from '@/app/_ui/date-time'
import { Price } from '@/app/_ui/price'
import type { Moment } from '@/app/_ui/timeline'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'

/** What happened to the order so far, and what is still to come. */
export function momentsOf(order: OrderDetailView, timeZone: string): Moment[] {
  const timeOf = (utc: string) => <DateTime utc={utc} timeZone={timeZone} />
  return [
    { key: 'placed', title: 'Placed', time: timeOf(order.placedAt) },
    // How an imported order was paid, its history does not say.
    ...(order.origin === 'history' ? [] : [paymentMoment(order)]),
    ...order.shipments.map(({ shipmentId, carrier, trackingNumber, shippedAt }) => ({
      key: shipmentId,
      title: `Shipped with ${carrier}`,
      time: timeOf(shippedAt),
      detail: <>Tracking number {trackingNumber}</>,
    })),
    ...order.refunds.map(({ refundId, amount, reason, issuedAt }) => ({
      key: refundId,
      title: (
        <>
          <Price minor={amount} currency={order.currency} /> refunded
        </>
      ),
      time: timeOf(issuedAt),
      detail: reason,
    })),
    ...(order.cancellation
      ? [
          {
            key: 'cancelled',
            title: 'Cancelled',
            time: timeOf(order.cancellation.at),
            detail: order.cancellation.reason,
          },
        ]
      : []),
    ...aheadOf(order),
  ]
}

function paymentMoment({ payment, status }: OrderDetailView): Moment {
  const key = 'payment'
  switch (payment.status) {
    case 'authorised':
      return { key, title: 'Paid', state: status === 'paid' ? 'now' : 'done' }
    case 'voided':
      return { key, title: 'Payment given up', detail: 'Nothing stays charged.' }
    case 'declined':
      return { key, title: 'Payment declined', state: 'attention', detail: payment.reason }
    case 'delayed':
      return { key, title: 'Payment delayed', state: 'now', detail: 'The provider has not decided yet.' }
    case 'pending':
      return { key, title: 'Payment asked for', state: 'now' }
  }
}

function aheadOf(order: OrderDetailView): Moment[] {
  const isAhead = order.status === 'paid' || order.status === 'awaiting-payment'
  return isAhead && !isOrderPaidBack(order) ? [{ key: 'shipping', title: 'Shipped', state: 'ahead' }] : []
}
