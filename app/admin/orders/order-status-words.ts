import type { Tone } from '@/app/_ui/status'
import type { OrderStatus } from '@/server/read/order-status'

/** Where an order stands, as those say it who have to do something about it. */
export const orderStatusWords: Record<OrderStatus, { label: string; tone: Tone }> = {
  'awaiting-payment': { label: 'Awaiting payment', tone: 'pending' },
  paid: { label: 'To ship', tone: 'active' },
  shipped: { label: 'Shipped', tone: 'done' },
  cancelled: { label: 'Cancelled', tone: 'quiet' },
  past: { label: 'From the history', tone: 'quiet' },
}

/** Of one that waits to be cancelled: nothing of it is to be shipped, and its items are still kept for it. */
export const paidBackWords: { label: string; tone: Tone } = { label: 'Paid back', tone: 'attention' }
