'use client'

import { useView } from '@/app/_client/use-view'
import { DateTime } from '@/app/_ui/date-time'
import { EmptyState } from '@/app/_ui/empty-state'
import { Link } from '@/app/_ui/link'
import { moneyText } from '@/app/_ui/money-text'
import { Price } from '@/app/_ui/price'
import { type Column, Table } from '@/app/_ui/table'
import { TwoLines } from '@/app/_ui/two-lines'
import { type ShopFacts, useShopFacts } from '@/app/shop-facts'
import type { Answer } from '@/server/engine/log/mark'
import type { CustomerStatisticsRow } from '@/server/read/customer-statistics/customer-statistics.view'
import { ordersPath } from '../orders/order-filter'
import styles from './top-customers.module.css'

type TopCustomersProps = { asked: { limit: number }; initial: Answer<{ customers: CustomerStatisticsRow[] }> }

export function TopCustomers({ asked, initial }: TopCustomersProps) {
  const { customers } = useView({ name: 'listTopCustomers', input: asked, initial }).data
  return (
    <Table
      caption="Customers by what they spent"
      columns={columnsIn(useShopFacts())}
      rows={customers}
      rowKey={({ shopperId }) => shopperId}
      empty={<EmptyState title="Nobody has bought anything yet">They will stand here when they do.</EmptyState>}
    />
  )
}

function columnsIn({ currency, timeZone }: ShopFacts): Column<CustomerStatisticsRow>[] {
  const day = (utc: string | null) => utc && <DateTime utc={utc} timeZone={timeZone} form="shortDate" />
  return [
    { key: 'name', header: 'Customer', card: 'title', render: (row) => <Named row={row} /> },
    {
      key: 'orders',
      header: 'Orders',
      align: 'end',
      share: 10,
      render: ({ orders }) => orders.toLocaleString('en-GB'),
    },
    { key: 'first', header: 'First order', share: 15, isSpare: true, render: ({ firstOrderAt }) => day(firstOrderAt) },
    { key: 'last', header: 'Last order', share: 15, render: ({ lastOrderAt }) => day(lastOrderAt) },
    {
      key: 'spent',
      header: 'Spent',
      align: 'end',
      share: 12,
      render: ({ spent }) => moneyText(spent, currency),
    },
    {
      key: 'refunded',
      header: 'Refunded',
      align: 'end',
      share: 12,
      render: ({ refunded }) => refunded > 0 && moneyText(refunded, currency),
    },
    {
      key: 'net',
      header: 'Net',
      align: 'end',
      share: 12,
      card: 'end',
      render: ({ spent, refunded }) => <Price minor={spent - refunded} currency={currency} />,
    },
  ]
}

/** The name leads to the orders. Who was imported or forgotten has none. */
function Named({ row: { name, email, guest } }: { row: CustomerStatisticsRow }) {
  if (!email) return 'Not known by name'
  return (
    <TwoLines second={guest ? `${email}, as a guest` : email} isCut>
      <Link className={styles.name} href={ordersPath({ text: email })} prefetch={false}>
        {name}
      </Link>
    </TwoLines>
  )
}
