import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { customerStatistics } from '@/db/read/orders'
import { staff } from '@/server/actor'
import { defineQuery } from '@/server/engine/queries/query'
import { idInput } from '@/server/events/inputs'
import {
  applyToCustomerStatistics,
  CUSTOMER_STATISTICS_EVENTS,
  type CustomerStatisticsEvent,
  type CustomerStatisticsRow,
  shopperOf,
  unknownShopper,
} from './customer-statistics.view'

/** What one shopper bought, for themselves and for staff. */
export const findCustomerStatistics = defineQuery<
  { shopperId: string },
  CustomerStatisticsRow | null,
  CustomerStatisticsEvent
>({
  name: 'findCustomerStatistics',
  projection: 'customer-statistics',
  input: z.object({ shopperId: idInput }),
  handles: CUSTOMER_STATISTICS_EVENTS,
  permits: (actor, { shopperId }) => actor.id === shopperId || staff(actor),
  read: async (db, { shopperId }) => {
    const [row] = await db.select().from(customerStatistics).where(eq(customerStatistics.shopperId, shopperId))
    return row ?? null
  },
  apply: (row, event, { shopperId }) =>
    shopperOf(event) === shopperId ? applyToCustomerStatistics(row ?? unknownShopper(shopperId), event) : row,
})

/** Who spent most, what they got back taken off. */
export const listTopCustomers = defineQuery<
  { limit: number },
  { customers: CustomerStatisticsRow[] },
  CustomerStatisticsEvent
>({
  name: 'listTopCustomers',
  projection: 'customer-statistics',
  input: z.object({ limit: z.int().min(1).max(100).default(10) }),
  handles: CUSTOMER_STATISTICS_EVENTS,
  permits: staff,
  read: async (db, { limit }) => {
    const { spent, refunded, shopperId } = customerStatistics
    const kept = sql`(${spent} - ${refunded})`
    return { customers: await db.select().from(customerStatistics).orderBy(desc(kept), shopperId).limit(limit) }
  },
  // Who was not among them may be now, with a sum that only the table knows: only those shown are kept right.
  apply: ({ customers }, event) => ({
    customers: customers
      .map((row) => (row.shopperId === shopperOf(event) ? applyToCustomerStatistics(row, event) : row))
      .toSorted((a, b) => b.spent - b.refunded - (a.spent - a.refunded)),
  }),
})
