import { and, asc, count, desc, eq, ilike, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { bareNumber, orderHistory } from '@/db/read/orders'
import { shoppers, staff } from '@/server/actor'
import type { Db } from '@/server/engine/database/drizzle'
import { defineQuery } from '@/server/engine/queries/query'
import type { OrderEvent } from '@/server/events/order'
import { ORDER_STATUSES } from '../order-status'
import { containing, offsetOf, type Paging, paging, searchText } from '../paging'
import { timeZoneOf } from '../time-zone'
import { ORDER_EVENTS } from './order-history.view'
import { applyToOrderList, type OrderFilter, type OrderListView } from './order-list.view'
import { type SearchedWord, searchedWords } from './order-search'

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
    status: z.enum(ORDER_STATUSES).optional(),
    text: searchText,
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    oldestFirst: z.boolean().optional(),
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

function conditionOf({ status, text = '', from, to }: OrderFilter, timeZone: string): SQL | undefined {
  const { placedAt } = orderHistory
  // Midnight is computed, not the day of each row, so that the index on the time serves.
  // An hour after the one before it: where midnight comes twice, a day begins with the first.
  const midnightOf = (day: SQL) =>
    sql`((${day})::timestamp - interval '1 hour') at time zone ${timeZone} + interval '1 hour'`
  return and(
    status ? eq(orderHistory.status, status) : undefined,
    ...searchedWords(text).map(hasWord),
    from ? sql`${placedAt} >= ${midnightOf(sql`${from}::date`)}` : undefined,
    to ? sql`${placedAt} < ${midnightOf(sql`${to}::date + 1`)}` : undefined,
  )
}

function hasWord({ word, number }: SearchedWord): SQL | undefined {
  return or(
    ilike(orderHistory.customerName, containing(word)),
    ilike(orderHistory.customerEmail, containing(word)),
    number ? ilike(bareNumber(orderHistory.number), containing(number)) : undefined,
  )
}
