import type { OrderFilter } from '@/server/read/order-history/order-list.view'
import { ORDER_STATUSES } from '@/server/read/order-status'
import { addressWith, dayIn, one, pageOf, type SearchParams } from '../address'

const PATH = '/admin/orders'
const ORDERS_A_PAGE = 25

/**
 * The question that an address asks. What makes no sense in it is left out, and days the wrong way round are turned.
 * What is to be shipped is a queue: who waits longest comes first.
 */
export function parseOrderFilter(params: SearchParams): OrderFilter {
  const status = ORDER_STATUSES.find((each) => each === one(params.status))
  const text = one(params.q).slice(0, 100)
  const days = [dayIn(params.from), dayIn(params.to)] as const
  const [from, to] = days[0] && days[1] && days[0] > days[1] ? [days[1], days[0]] : days
  return {
    ...(status && { status }),
    ...(text && { text }),
    ...(from && { from }),
    ...(to && { to }),
    ...(status === 'paid' && { oldestFirst: true }),
    page: pageOf(params),
    pageSize: ORDERS_A_PAGE,
  }
}

/** The address that asks this question. */
export function ordersPath({ status, text, from, to, page }: Partial<OrderFilter>): string {
  return addressWith(PATH, { status, q: text, from, to, page })
}

/** The address of all of them in a file. */
export function orderExportPath({ status, text, from, to }: Partial<OrderFilter>): string {
  return addressWith(`${PATH}/export`, { status, q: text, from, to })
}

export function orderPath(orderId: string): string {
  return `${PATH}/${orderId}`
}

/** Everything that happened to it. */
export function orderHistoryPath(orderId: string): string {
  return `${orderPath(orderId)}/history`
}
