import { and, eq, ilike, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { bareNumber, orderHistory } from '@/db/read/orders'
import { ORDER_STATUSES } from '../order-status'
import { containing, searchText } from '../paging'
import type { WhichOrders } from './order-list.view'
import { type SearchedWord, searchedWords } from './order-search'

/** The fields of an input that says which orders. */
export const whichOrders = {
  status: z.enum(ORDER_STATUSES).optional(),
  text: searchText,
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  oldestFirst: z.boolean().optional(),
}

/** What an order's row has to be like that the filter wants. Days are those of the time zone. */
export function conditionOf({ status, text = '', from, to }: WhichOrders, timeZone: string): SQL | undefined {
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
