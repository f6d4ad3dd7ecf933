import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'

/** As long as nothing has been sent, a buyer may think again. */
export function mayBeCancelled({ status }: Pick<OrderDetailView, 'status'>): boolean {
  return status === 'paid' || status === 'awaiting-payment'
}
