import { TabLinks } from '@/app/_ui/tab-links'
import type { OrderFilter } from '@/server/read/order-history/order-list.view'
import type { OrderStatus } from '@/server/read/order-status'
import { ordersPath } from './order-filter'
import { orderStatusWords } from './order-status-words'

/** In the order in which an order needs somebody. */
const STATUSES: readonly OrderStatus[] = ['paid', 'awaiting-payment', 'shipped', 'cancelled', 'past']

export function OrderTabs({ filter }: { filter: OrderFilter }) {
  const tab = (status: OrderStatus | undefined, label: string) => ({
    href: ordersPath({ ...filter, status, page: 1 }),
    label,
    current: filter.status === status,
  })
  return (
    <TabLinks
      label="Orders by status"
      items={[tab(undefined, 'All'), ...STATUSES.map((status) => tab(status, orderStatusWords[status].label))]}
    />
  )
}
