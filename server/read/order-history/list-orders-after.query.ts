import { and, asc, desc, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { orderHistory } from '@/db/read/orders'
import { staff } from '@/server/actor'
import { defineQuery } from '@/server/engine/queries/query'
import { idInput } from '@/server/events/inputs'
import type { OrderEvent } from '@/server/events/order'
import { timeZoneOf } from '../time-zone'
import { conditionOf, whichOrders } from './order-condition'
import { applyToOrderHistory, ORDER_EVENTS, type OrderHistoryView } from './order-history.view'
import { isWanted, type WhichOrders } from './order-list.view'

/** Where an order stands among all. */
export type OrderPlace = Pick<OrderHistoryView, 'placedAt' | 'orderId'>

type OrderStretch = WhichOrders & { after: OrderPlace | null; limit: number }

/** `next`: after which order the list goes on; null at its end. */
export type OrderStretchView = { orders: OrderHistoryView[]; next: OrderPlace | null; timeZone: string }

/**
 * For who wants all of a list, however long: one stretch after another. Each is found by an index where the one before
 * it ended, and an order that comes or goes meanwhile neither doubles nor hides another.
 */
export const listOrdersAfter = defineQuery<OrderStretch, OrderStretchView, OrderEvent>({
  name: 'listOrdersAfter',
  projection: 'order-history',
  input: z.object({
    ...whichOrders,
    after: z.object({ placedAt: z.iso.datetime(), orderId: idInput }).nullable(),
    limit: z.int().min(1).max(1000),
  }),
  handles: ORDER_EVENTS,
  permits: staff,
  read: async (db, { after, limit, ...which }, _actor, standing) => {
    const timeZone = await timeZoneOf(standing)
    const inOrder = which.oldestFirst ? asc : desc
    const orders = await db
      .select()
      .from(orderHistory)
      .where(and(conditionOf(which, timeZone), after ? isAfter(after, which) : undefined))
      .orderBy(inOrder(orderHistory.placedAt), inOrder(orderHistory.orderId))
      .limit(limit)
    return { orders, next: orders.length === limit ? placeOf(orders.at(-1)) : null, timeZone }
  },
  apply: (view, event, which) => ({ ...view, orders: ordersAfter(view, event, which) }),
})

/** One that was placed since is of the next list. */
function ordersAfter({ orders, timeZone }: OrderStretchView, event: OrderEvent, which: WhichOrders) {
  if (event.type === 'OrderPlaced') return orders
  return orders
    .flatMap((order) => applyToOrderHistory(order, event) ?? [])
    .filter((order) => isWanted(order, which, timeZone))
}

function placeOf(order: OrderHistoryView | undefined): OrderPlace | null {
  return order ? { placedAt: order.placedAt, orderId: order.orderId } : null
}

function isAfter({ placedAt, orderId }: OrderPlace, { oldestFirst }: WhichOrders): SQL {
  const place = sql`(${orderHistory.placedAt}, ${orderHistory.orderId})`
  const end = sql`(${placedAt}::timestamptz, ${orderId}::uuid)`
  return oldestFirst ? sql`${place} > ${end}` : sql`${place} < ${end}`
}
