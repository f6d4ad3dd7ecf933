import { Status, type Tone } from '@/app/_ui/status'
import type { OrderStatus } from '@/server/read/order-status'

/** Where an order stands, as the one says it who waits for it. */
const words: Record<OrderStatus, { label: string; tone: Tone }> = {
  'awaiting-payment': { label: 'Awaiting payment', tone: 'pending' },
  paid: { label: 'Paid, being packed', tone: 'active' },
  shipped: { label: 'Sent', tone: 'done' },
  cancelled: { label: 'Cancelled', tone: 'quiet' },
  past: { label: 'From the history', tone: 'quiet' },
}

/** Of one that was paid back before it was sent, and not cancelled. */
const paidBack: { label: string; tone: Tone } = { label: 'Paid back', tone: 'quiet' }

type OrderStandingProps = { status: OrderStatus; isPaidBack: boolean }

export function OrderStanding({ status, isPaidBack }: OrderStandingProps) {
  const { label, tone } = isPaidBack ? paidBack : words[status]
  return <Status tone={tone}>{label}</Status>
}
