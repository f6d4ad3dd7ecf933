'use client'

import { Facts } from '@/app/_ui/facts'
import { Status, type Tone } from '@/app/_ui/status'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { type OrderAnswer, useOrder } from './use-order'

type Standing = OrderDetailView['payment']['status']

const words: Record<Standing, { label: string; tone: Tone }> = {
  pending: { label: 'Asked for', tone: 'pending' },
  delayed: { label: 'Delayed', tone: 'pending' },
  authorised: { label: 'Authorised', tone: 'done' },
  declined: { label: 'Declined', tone: 'attention' },
  voided: { label: 'Given up', tone: 'quiet' },
}

/** How it is paid, and where the payment stands. */
export function OrderPayment({ initial }: { initial: OrderAnswer }) {
  const { status, brand, last4, reason } = useOrder(initial).payment
  const { label, tone } = words[status]
  return (
    <Facts
      items={[
        { label: 'Standing', value: <Status tone={tone}>{label}</Status> },
        ...(last4 ? [{ label: 'Card', value: `${brand} ending in ${last4}` }] : []),
        ...(reason ? [{ label: 'The provider says', value: reason }] : []),
      ]}
    />
  )
}
