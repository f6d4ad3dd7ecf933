import type { NextRequest } from 'next/server'
import { whoIsAsking } from '@/app/_server/actor'
import { ownWork } from '@/app/_server/own-work'
import { listOrdersAfter, type OrderPlace } from '@/server/read/order-history/list-orders-after.query'
import type { WhichOrders } from '@/server/read/order-history/order-list.view'
import { dayOf } from '@/server/read/shop-day'
import { shop } from '@/server/shop'
import { streamOf } from '../../_export/stream-of'
import { requireStaff } from '../../require-staff'
import { parseOrderFilter } from '../order-filter'
import { orderCsvHead, orderCsvLine } from './order-csv'

const ORDERS_A_STRETCH = 500

/** `GET /admin/orders/export?<filter of the list>` → all orders that the filter wants, as CSV. For staff. */
export async function GET(request: NextRequest): Promise<Response> {
  await requireStaff()
  const { page: _, pageSize: __, ...which } = parseOrderFilter(Object.fromEntries(request.nextUrl.searchParams))
  const lines = csvLines(await stretchesOf(which))
  const today = dayOf(new Date().toISOString(), shop().config.timeZone)
  return new Response(streamOf(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="orders-${today}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}

/** Asks for one stretch after another, with what the person of this request has done. */
async function stretchesOf(which: WhichOrders) {
  const { actor } = await whoIsAsking()
  const own = await ownWork()
  return async (after: OrderPlace | null) => {
    const input = { ...which, after, limit: ORDERS_A_STRETCH }
    const answer = await shop().answer(listOrdersAfter, { input, actor, ...own })
    // A file that breaks off is known to be incomplete.
    if (!answer.ok) throw new Error(`${listOrdersAfter.name}: ${answer.message}`)
    return answer.data
  }
}

async function* csvLines(stretchAfter: Awaited<ReturnType<typeof stretchesOf>>): AsyncGenerator<string> {
  yield orderCsvHead
  let after: OrderPlace | null = null
  do {
    const { orders, next } = await stretchAfter(after)
    yield orders.map(orderCsvLine).join('')
    after = next
  } while (after)
}
