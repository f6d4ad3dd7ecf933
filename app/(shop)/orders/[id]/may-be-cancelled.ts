import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'

/** As long as nothing has been sent or paid back, a buyer may think again. */
export function mayBeCancelled({ status, refunds }: Pick<OrderDetailView, 'status' | 'refunds'>): boolean {
  return (status === 'paid' || status === 'awaiting-payment') && refunds.length === 0
}
