import { asc, count, desc, eq, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { orderHistory } from '@/db/read/orders'
import { shoppers, staff } from '@/server/actor'
import type { Db } from '@/server/engine/database/drizzle'
import { defineQuery } from '@/server/engine/queries/query'
import type { OrderEvent } from '@/server/events/order'
import { offsetOf, type Paging, paging } from '../paging'
import { timeZoneOf } from '../time-zone'
import { conditionOf, whichOrders } from './order-condition'
import { ORDER_EVENTS } from './order-history.view'
import { applyToOrderList, type OrderFilter, type OrderListView } from './order-list.view'

/** The orders of whoever asks. */
export const listOwnOrders = defineQuery<Paging, OrderListView, OrderEvent>({
  name: 'listOwnOrders',
  projection: 'order-history',
  input: z.object(paging(10)),
  handles: ORDER_EVENTS,
  permits: shoppers,
  read: (db, request, actor, standing) =>
    readOrders(db, request, eq(orderHistory.shopperId, actor.id), timeZoneOf(standing)),
  apply: (view, event, request, actor) => {
    const isOthers = event.type === 'OrderPlaced' && event.data.shopperId !== actor.id
    return isOthers ? view : applyToOrderList(view, event, request)
  },
})

/** Everybody's orders, for the back office. */
export const listOrders = defineQuery<OrderFilter, OrderListView, OrderEvent>({
  name: 'listOrders',
  projection: 'order-history',
  input: z.object({
    ...whichOrders,
    ...paging(25),
  }),
  handles: ORDER_EVENTS,
  permits: staff,
  read: async (db, filter, _actor, standing) => {
    const timeZone = await timeZoneOf(standing)
    return readOrders(db, filter, conditionOf(filter, timeZone), timeZone)
  },
  apply: (view, event, filter) => applyToOrderList(view, event, filter),
})

async function readOrders(
  db: Db,
  { page, pageSize, oldestFirst }: OrderFilter,
  wanted: SQL | undefined,
  daysOf: string | Promise<string>,
): Promise<OrderListView> {
  const inOrder = oldestFirst ? asc : desc
  const [orders, [counted], timeZone] = await Promise.all([
    db
      .select()
      .from(orderHistory)
      .where(wanted)
      .orderBy(inOrder(orderHistory.placedAt), inOrder(orderHistory.orderId))
      .limit(pageSize)
      .offset(offsetOf({ page, pageSize })),
    db.select({ total: count() }).from(orderHistory).where(wanted),
    daysOf,
  ])
  return { orders, total: counted?.total ?? 0, page, pageSize, timeZone }
}
