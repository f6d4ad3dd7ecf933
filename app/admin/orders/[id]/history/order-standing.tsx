import { addressLines } from '@/app/_order/address-lines'
import { isOrderPaidBack, paidBackOf } from '@/app/_order/paid-back'
import { Facts } from '@/app/_ui/facts'
import { moneyText } from '@/app/_ui/money-text'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { capital } from '../../../_history/field-words'
import { OrderStatus } from '../../order-status'

/** An order at a glance, as it stood. */
export function OrderStanding({ order }: { order: OrderDetailView }) {
  const { status, payment, amounts, currency, lines, contact, address, origin, shipments } = order
  const money = (minor: number) => moneyText(minor, currency)
  const items = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const refunded = paidBackOf(order)
  const isForgotten = contact === null && origin === 'shop'
  return (
    <Facts
      items={[
        { label: 'Status', value: <OrderStatus status={status} isPaidBack={isOrderPaidBack(order)} /> },
        { label: 'Payment', value: capital(payment.status) },
        { label: 'Items', value: items.toLocaleString('en-GB') },
        { label: 'Total', value: money(amounts.total) },
        ...(refunded > 0 ? [{ label: 'Refunded', value: money(refunded) }] : []),
        ...shipments.map(({ shipmentId, carrier, trackingNumber }) => ({
          key: shipmentId,
          label: 'Parcel',
          value: `${carrier}, ${trackingNumber}`,
        })),
        ...(isForgotten ? [{ label: 'Ordered by', value: 'Forgotten at their wish' }] : []),
        ...(contact ? [{ label: 'Ordered by', value: contact.name }] : []),
        ...(address ? [{ label: 'Goes to', value: addressLines(address).slice(1).join(', ') }] : []),
      ]}
    />
  )
}
