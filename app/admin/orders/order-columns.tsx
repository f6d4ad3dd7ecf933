import { isPaidBack } from '@/app/_order/paid-back'
import { BeingUpdated } from '@/app/_ui/being-updated'
import { DateTime } from '@/app/_ui/date-time'
import { Link } from '@/app/_ui/link'
import { Price } from '@/app/_ui/price'
import type { Column } from '@/app/_ui/table'
import { TwoLines } from '@/app/_ui/two-lines'
import type { OrderHistoryView } from '@/server/read/order-history/order-history.view'
import { orderPath } from './order-filter'
import { OrderStatus } from './order-status'
import styles from './order-table.module.css'
import { ShipOrderButton } from './ship-order-button'

type OrderColumn = Column<OrderHistoryView>

const number = (timeZone: string): OrderColumn => ({
  key: 'number',
  header: 'Order',
  card: 'title',
  share: 20,
  render: ({ orderId, number, placedAt }) => (
    <TwoLines second={<DateTime utc={placedAt} timeZone={timeZone} form="shortDateTime" />}>
      <Link className={styles.number} href={orderPath(orderId)} prefetch={false}>
        {number}
      </Link>
    </TwoLines>
  ),
})

const customer: OrderColumn = {
  key: 'customer',
  header: 'Customer',
  render: ({ customerName, customerEmail }) => (
    <TwoLines second={customerEmail} isCut>
      {customerName ?? 'Not known'}
    </TwoLines>
  ),
}

const items: OrderColumn = {
  key: 'items',
  header: 'Items',
  align: 'end',
  share: 10,
  render: ({ itemCount }) => itemCount,
}

const status = (parked: readonly string[]): OrderColumn => ({
  key: 'status',
  header: 'Status',
  share: 20,
  render: (order) =>
    parked.includes(order.orderId) ? (
      <BeingUpdated />
    ) : (
      <OrderStatus status={order.status} isPaidBack={isPaidBack(order)} />
    ),
})

const total: OrderColumn = {
  key: 'total',
  header: 'Total',
  align: 'end',
  share: 15,
  card: 'end',
  render: ({ total: minor, refunded, currency }) => {
    const price = <Price minor={minor} currency={currency} />
    if (refunded === 0) return price
    const wentBack = <Price minor={refunded} currency={currency} size="s" />
    return <TwoLines second={<>{wentBack} refunded</>}>{price}</TwoLines>
  },
}

const actions = (parked: readonly string[]): OrderColumn => ({
  key: 'actions',
  header: <span className="spoken">Actions</span>,
  align: 'end',
  share: 10,
  render: (order) =>
    order.status === 'paid' &&
    !isPaidBack(order) &&
    !parked.includes(order.orderId) && (
      <span className={styles.act}>
        <ShipOrderButton order={order} small />
      </span>
    ),
})

/** Everything that a list of orders tells. `parked`: of which of them it is not the last word. */
export function allColumns(timeZone: string, parked: readonly string[]): OrderColumn[] {
  return [number(timeZone), customer, items, status(parked), total, actions(parked)]
}

/** What one has to know of an order that waits. */
export function queueColumns(timeZone: string): OrderColumn[] {
  return [number(timeZone), total, actions([])]
}
