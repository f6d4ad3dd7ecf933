import type { Metadata } from 'next'
import { ask } from '@/app/_server/ask'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { listActivity } from '@/server/read/activity/activity.query'
import { listOrders } from '@/server/read/order-history/order-history.query'
import { getRevenue } from '@/server/read/revenue/revenue.query'
import { dayOf } from '@/server/read/shop-day'
import { listStockLevels } from '@/server/read/stock-levels/stock-levels.query'
import { listTopProducts } from '@/server/read/top-products/top-products.query'
import { shop } from '@/server/shop'
import { ActivityFeed } from './_dashboard/activity-feed'
import styles from './_dashboard/dashboard.module.css'
import { LowStock } from './_dashboard/low-stock'
import { OrdersToShip } from './_dashboard/orders-to-ship'
import { parseRange, rangeBefore, rangeText } from './_dashboard/range'
import { RangeSwitch } from './_dashboard/range-switch'
import { RevenueChart } from './_dashboard/revenue-chart'
import { RevenueTiles } from './_dashboard/revenue-tiles'
import { TopProducts } from './_dashboard/top-products'
import { FreshnessTable } from './_freshness/freshness-table'
import type { SearchParams } from './address'
import { requireStaff } from './require-staff'
import { LOW_STOCK } from './stock/stock-filter'

export const metadata: Metadata = { title: 'Dashboard' }

const toShip = { status: 'paid' as const, oldestFirst: true, page: 1, pageSize: 12 }
const running = { below: LOW_STOCK, page: 1, pageSize: 12 }
const recent = { limit: 12 }

export default async function DashboardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff()
  const today = dayOf(new Date().toISOString(), shop().config.timeZone)
  const chosen = parseRange(await searchParams, today)
  const { range } = chosen
  const best = { ...range, limit: 8 }
  const [revenue, before, orders, stock, top, activity] = await Promise.all([
    ask(getRevenue, range),
    ask(getRevenue, rangeBefore(range)),
    ask(listOrders, toShip),
    ask(listStockLevels, running),
    ask(listTopProducts, best),
    ask(listActivity, recent),
  ])
  return (
    <Stack gap="l">
      <Stack>
        <PageHead title="Dashboard" lead={rangeText(range)} />
        <RangeSwitch chosen={chosen} today={today} />
      </Stack>
      <div className={styles.figures}>
        <RevenueTiles range={range} initial={revenue} before={before} />
      </div>
      <RevenueChart range={range} today={today} initial={revenue} />
      <div className={styles.halves}>
        <OrdersToShip filter={toShip} initial={orders} />
        <LowStock filter={running} initial={stock} />
        <TopProducts asked={best} initial={top} />
        <ActivityFeed asked={recent} initial={activity} />
      </div>
      <FreshnessTable />
    </Stack>
  )
}
