'use client'

import { useView } from '@/app/_client/use-view'
import { Link } from '@/app/_ui/link'
import { Table } from '@/app/_ui/table'
import type { Answer } from '@/server/engine/log/mark'
import type { OrderFilter, OrderListView } from '@/server/read/order-history/order-list.view'
import { KeepFocus } from '../_chrome/keep-focus'
import { Section } from '../_chrome/section'
import { queueColumns } from '../orders/order-columns'
import { ordersPath } from '../orders/order-filter'

/** Shown; a few more are asked for, so that the next one moves up at once when one is shipped. */
const SHOWN = 6

type OrdersToShipProps = { filter: OrderFilter; initial: Answer<OrderListView> }

/** The orders that wait for somebody to pack them, those that wait longest first. */
export function OrdersToShip({ filter, initial }: OrdersToShipProps) {
  const { orders, total, timeZone } = useView({ name: 'listOrders', input: filter, initial }).data
  return (
    <Section title="To ship" aside={total > 0 && <Link href={ordersPath({ status: 'paid' })}>All {total}</Link>}>
      <KeepFocus>
        <Table
          caption="Orders to ship, the oldest first"
          columns={queueColumns(timeZone)}
          rows={orders.slice(0, SHOWN)}
          rowKey={({ orderId }) => orderId}
          phone="scroll"
          empty={<p>Nothing waits to be shipped.</p>}
        />
      </KeepFocus>
    </Section>
  )
}
