import { bigint, date, integer, jsonb, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { read } from './schema'

/**
 * A day of the shop's business time zone. Amounts in minor units. `gross` and `orders` count the orders placed on the
 * day that were not cancelled or were paid back by refunds, `customers` the shoppers who placed them; `refunds` the refunds issued on the day,
 * whenever the order was placed.
 */
export const revenueDay = read.table('revenue_day', {
  day: date({ mode: 'string' }).primaryKey(),
  orders: integer().notNull(),
  customers: integer().notNull(),
  gross: bigint({ mode: 'number' }).notNull(),
  refunds: bigint({ mode: 'number' }).notNull(),
  refundCount: integer('refund_count').notNull(),
})

/** On which days a shopper bought, and how often: what the exact count of unique customers of a range is made from. */
export const revenueShopper = read.table('revenue_shopper', {
  shopperId: uuid('shopper_id').primaryKey(),
  days: jsonb().$type<Record<string, number>>().notNull(),
})

/**
 * How many shoppers bought on `day` and had bought last on `previousDay` (`-infinity`: never). Those whose previous
 * day lies before a range are counted once in it, so a range's unique customers are a sum over few rows.
 */
export const revenueReturning = read.table(
  'revenue_returning',
  {
    day: date({ mode: 'string' }).notNull(),
    previousDay: date('previous_day', { mode: 'string' }).notNull(),
    shoppers: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.previousDay] })],
)
