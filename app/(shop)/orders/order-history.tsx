'use client'

import { useView } from '@/app/_client/use-view'
import { PageHead } from '@/app/_ui/page-head'
import { Pagination } from '@/app/_ui/pagination'
import { Stack } from '@/app/_ui/stack'
import type { Answer } from '@/server/engine/log/mark'
import type { OrderListView } from '@/server/read/order-history/order-list.view'
import { NoOrders } from './no-orders'
import styles from './order-history.module.css'
import { ordersPath } from './order-path'
import { OrderRow } from './order-row'

type OrderHistoryProps = { input: { page: number; pageSize: number }; initial: Answer<OrderListView>; isGuest: boolean }

/** Everything that was ordered, newest first. */
export function OrderHistory({ input, initial, isGuest }: OrderHistoryProps) {
  const { data, pending, parked } = useView({ name: 'listOwnOrders', input, initial })
  const { orders, total } = data
  if (total === 0) return <NoOrders isGuest={isGuest} />
  return (
    <Stack gap="l">
      <PageHead
        title="Your orders"
        lead={isGuest && 'Placed from this browser. Sign in to see those that you placed with an account.'}
      />
      <ul className={styles.orders} aria-label="Orders, newest first">
        {orders.map((order) => (
          <li key={order.orderId}>
            <OrderRow
              order={order}
              isOnItsWay={pending.has(order.orderId)}
              isSeenTo={parked?.includes(order.orderId)}
            />
          </li>
        ))}
      </ul>
      <Pagination page={input.page} pages={Math.ceil(total / input.pageSize)} href={ordersPath} />
    </Stack>
  )
}
