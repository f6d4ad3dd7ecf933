import type { OrderEvent } from '@/server/events/order'
import type { OrderStatus } from '../order-status'
import { insertOnPage, type Paging } from '../paging'
import { dayOf } from '../shop-day'
import { applyToOrderHistory, type OrderHistoryView, placedOrder } from './order-history.view'
import { bareNumber, searchedWords } from './order-search'

/**
 * Which orders of all: by where they stand, by words of which each is part of the number, the name or the e-mail, by days
 * of the shop's time zone.
 */
export type WhichOrders = {
  status?: OrderStatus
  text?: string
  from?: string
  to?: string
  /** As a queue is worked through. */
  oldestFirst?: boolean
}

export type OrderFilter = WhichOrders & Paging

/** Newest first, unless the filter says otherwise. `timeZone` is the one whose days the filter speaks of. */
export type OrderListView = {
  orders: OrderHistoryView[]
  total: number
  page: number
  pageSize: number
  timeZone: string
}

/** The list after the event. An order that the filter no longer wants goes; a new one stands where it will stand. */
export function applyToOrderList(view: OrderListView, event: OrderEvent, filter: OrderFilter): OrderListView {
  if (event.type === 'OrderPlaced') return withPlaced(view, placedOrder(event), filter)
  const orders = view.orders
    .flatMap((order) => applyToOrderHistory(order, event) ?? [])
    .filter((order) => isWanted(order, filter, view.timeZone))
  return { ...view, orders, total: view.total - (view.orders.length - orders.length) }
}

function withPlaced(view: OrderListView, order: OrderHistoryView, filter: OrderFilter): OrderListView {
  if (!isWanted(order, filter, view.timeZone)) return view
  return {
    ...view,
    orders: insertOnPage(view.orders, order, filter.oldestFirst ? oldestFirst : newestFirst, filter),
    total: view.total + 1,
  }
}

/** Whether the filter wants the order. `timeZone`: whose days it speaks of. */
export function isWanted(order: OrderHistoryView, { status, text, from, to }: WhichOrders, timeZone: string): boolean {
  const day = dayOf(order.placedAt, timeZone)
  return (
    (status === undefined || order.status === status) &&
    (from === undefined || day >= from) &&
    (to === undefined || day <= to) &&
    hasWords(order, text)
  )
}

function hasWords({ number, customerName, customerEmail }: OrderHistoryView, text = ''): boolean {
  const person = [customerName, customerEmail].map((field) => field?.toLowerCase() ?? '')
  return searchedWords(text).every(
    (wanted) =>
      person.some((field) => field.includes(wanted.word)) ||
      (wanted.number !== undefined && bareNumber(number).includes(wanted.number)),
  )
}

const oldestFirst = (a: OrderHistoryView, b: OrderHistoryView) => newestFirst(b, a)

function newestFirst(a: OrderHistoryView, b: OrderHistoryView): number {
  return Date.parse(b.placedAt) - Date.parse(a.placedAt) || (a.orderId < b.orderId ? 1 : -1)
}
