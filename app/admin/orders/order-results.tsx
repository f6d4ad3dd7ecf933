'use client'

import { useView } from '@/app/_client/use-view'
import { Pagination } from '@/app/_ui/pagination'
import { Stack } from '@/app/_ui/stack'
import { Table } from '@/app/_ui/table'
import type { Answer } from '@/server/engine/log/mark'
import type { OrderFilter, OrderListView } from '@/server/read/order-history/order-list.view'
import { KeepFocus } from '../_chrome/keep-focus'
import { ResultCount } from '../_chrome/result-count'
import { NoOrders } from './no-orders'
import { allColumns } from './order-columns'
import { ordersPath } from './order-filter'

type OrderResultsProps = { initial: Answer<OrderListView>; filter: OrderFilter }

/** One page of the orders that the filter wants, and the way to the others. */
export function OrderResults({ initial, filter }: OrderResultsProps) {
  const { data, parked = [] } = useView({ name: 'listOrders', input: filter, initial })
  const { orders, total, page, pageSize, timeZone } = data
  return (
    <Stack>
      <ResultCount count={total} one="order" inOrder={filter.oldestFirst && 'the oldest first'} />
      <KeepFocus>
        <Table
          caption={filter.oldestFirst ? 'Orders, the oldest first' : 'Orders'}
          columns={allColumns(timeZone, parked)}
          rows={orders}
          rowKey={({ orderId }) => orderId}
          empty={<NoOrders filter={filter} />}
        />
      </KeepFocus>
      <Pagination
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(number) => ordersPath({ ...filter, page: number })}
      />
    </Stack>
  )
}
