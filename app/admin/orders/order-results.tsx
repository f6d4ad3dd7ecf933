'use client'

import { useView } from '@/app/_client/use-view'
import { ButtonLink } from '@/app/_ui/button-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { Pagination } from '@/app/_ui/pagination'
import { Stack } from '@/app/_ui/stack'
import { Table } from '@/app/_ui/table'
import type { Answer } from '@/server/engine/log/mark'
import type { OrderFilter, OrderListView } from '@/server/read/order-history/order-list.view'
import { KeepFocus } from '../_chrome/keep-focus'
import { ResultCount } from '../_chrome/result-count'
import { allColumns } from './order-columns'
import { ordersPath } from './order-filter'

type OrderResultsProps = { initial: Answer<OrderListView>; filter: OrderFilter }

/** One page of the orders that the filter wants, and the way to the others. */
export function OrderResults({ initial, filter }: OrderResultsProps) {
  const { data, parked = [] } = useView({ name: 'listOrders', input: filter, initial })
  const { orders, total, page, pageSize, timeZone } = data
  return (
    <Stack>
      <ResultCount count={total} one="order" />
      <KeepFocus>
        <Table
          caption="Orders"
          columns={allColumns(timeZone, parked)}
          rows={orders}
          rowKey={({ orderId }) => orderId}
          empty={
            <EmptyState
              title="No order is like that"
              actions={<ButtonLink href={ordersPath({})}>All orders</ButtonLink>}
            >
              Other words or other days may find it. Numbers, names and e-mail addresses are searched.
            </EmptyState>
          }
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
