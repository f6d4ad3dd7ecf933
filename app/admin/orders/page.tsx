import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { ask } from '@/app/_server/ask'
import { notPastTheLast } from '@/app/_server/last-page'
import { DownloadLink } from '@/app/_ui/download-link'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { listOrders } from '@/server/read/order-history/order-history.query'
import type { SearchParams } from '../address'
import { requireStaff } from '../require-staff'
import { orderExportPath, ordersPath, parseOrderFilter } from './order-filter'
import { OrderFilters } from './order-filters'
import { OrderResults } from './order-results'
import { OrderTabs } from './order-tabs'

export const metadata: Metadata = { title: 'Orders' }

export default async function OrdersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff()
  const filter = parseOrderFilter(await searchParams)
  const orders = await ask(listOrders, filter)
  notPastTheLast(orders.data, (page) => ordersPath({ ...filter, page }))
  return (
    <Stack gap="l">
      <Stack>
        <PageHead
          title="Orders"
          actions={
            <DownloadLink href={orderExportPath(filter)} icon={<Download aria-hidden="true" />}>
              Export CSV
            </DownloadLink>
          }
        />
        <OrderTabs filter={filter} />
        <OrderFilters filter={filter} />
      </Stack>
      <OrderResults initial={orders} filter={filter} />
    </Stack>
  )
}
