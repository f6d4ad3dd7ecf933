import { ButtonLink } from '@/app/_ui/button-link'
import { EmptyState } from '@/app/_ui/empty-state'
import type { OrderFilter } from '@/server/read/order-history/order-list.view'
import type { OrderStatus } from '@/server/read/order-status'
import { ordersPath } from './order-filter'

type Words = { title: string; body: string }

/** What it means that a status has no orders. */
const NONE: Record<OrderStatus, Words> = {
  paid: { title: 'Nothing waits to be shipped', body: 'Everything that was paid is sent.' },
  'awaiting-payment': { title: 'No payment is awaited', body: 'An order stands here until its payment is answered.' },
  shipped: { title: 'Nothing is shipped yet', body: 'An order stands here from when it is sent.' },
  cancelled: { title: 'No order is cancelled', body: 'An order that is called off stands here.' },
  past: { title: 'No order is from the history', body: 'Orders that are imported stand here.' },
}

const ANY: Words = { title: 'Nobody has ordered yet', body: 'Orders stand here as soon as they are placed.' }

const SEARCHED: Words = {
  title: 'No order is like that',
  body: 'Other words or other days may find it. Numbers, names and e-mail addresses are searched, and parts of them.',
}

/** What the list says that holds nothing. */
export function NoOrders({ filter: { status, text, from, to } }: { filter: OrderFilter }) {
  const isSearched = text || from || to
  const { title, body } = isSearched ? SEARCHED : status ? NONE[status] : ANY
  const isNarrowed = isSearched || status
  return (
    <EmptyState title={title} actions={isNarrowed && <ButtonLink href={ordersPath({})}>All orders</ButtonLink>}>
      {body}
    </EmptyState>
  )
}
