import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, boolean, index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import type { OrderHistoryView } from '@/server/read/order-history/order-history.view'
import { read } from './schema'

/**
 * In kB: far more than a worker leaves lying between two times that it sorts in what was gathered. Where none does, who adds
 * the one too many sorts: docs/decisions/0053.
 */
const WORDS_ARE_SORTED_IN_BESIDE = { gin_pending_list_limit: 2048 }

/** An order's number without its dashes: a part of it is found however it was typed. */
export function bareNumber(number: AnyPgColumn): SQL {
  return sql`replace(${number}, '-', '')`
}

/** One row an order, for lists: the shopper's own and the merchant's. */
export const orderHistory = read.table(
  'order_history',
  {
    orderId: uuid('order_id').primaryKey(),
    number: text().notNull(),
    shopperId: uuid('shopper_id'),
    customerName: text('customer_name'),
    customerEmail: text('customer_email'),
    status: text().$type<OrderHistoryView['status']>().notNull(),
    currency: text().notNull(),
    total: bigint({ mode: 'number' }).notNull(),
    refunded: bigint({ mode: 'number' }).notNull(),
    itemCount: integer('item_count').notNull(),
    items: jsonb().$type<OrderHistoryView['items']>().notNull(),
    placedAt: timestamp('placed_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    index('order_history_shopper').on(table.shopperId, table.placedAt, table.orderId),
    index('order_history_placed').on(table.placedAt, table.orderId),
    index('order_history_status').on(table.status, table.placedAt, table.orderId),
    // By three letters each: the search of the back office looks for words in the middle.
    index('order_history_words')
      .using(
        'gin',
        sql`${bareNumber(table.number)} gin_trgm_ops`,
        table.customerName.op('gin_trgm_ops'),
        table.customerEmail.op('gin_trgm_ops'),
      )
      .with(WORDS_ARE_SORTED_IN_BESIDE),
  ],
)

export const orderDetail = read.table('order_detail', {
  orderId: uuid('order_id').primaryKey(),
  number: text().notNull(),
  shopperId: uuid('shopper_id'),
  guest: boolean().notNull(),
  origin: text().$type<OrderDetailView['origin']>().notNull(),
  status: text().$type<OrderDetailView['status']>().notNull(),
  currency: text().notNull(),
  contact: jsonb().$type<OrderDetailView['contact']>(),
  address: jsonb().$type<OrderDetailView['address']>(),
  lines: jsonb().$type<OrderDetailView['lines']>().notNull(),
  amounts: jsonb().$type<OrderDetailView['amounts']>().notNull(),
  payment: jsonb().$type<OrderDetailView['payment']>().notNull(),
  shipments: jsonb().$type<OrderDetailView['shipments']>().notNull(),
  refunds: jsonb().$type<OrderDetailView['refunds']>().notNull(),
  cancellation: jsonb().$type<OrderDetailView['cancellation']>(),
  placedAt: timestamp('placed_at', { withTimezone: true, mode: 'string' }).notNull(),
})

export const customerStatistics = read.table(
  'customer_statistics',
  {
    shopperId: uuid('shopper_id').primaryKey(),
    name: text(),
    email: text(),
    guest: boolean().notNull(),
    orders: integer().notNull(),
    spent: bigint({ mode: 'number' }).notNull(),
    refunded: bigint({ mode: 'number' }).notNull(),
    firstOrderAt: timestamp('first_order_at', { withTimezone: true, mode: 'string' }),
    lastOrderAt: timestamp('last_order_at', { withTimezone: true, mode: 'string' }),
    namedAt: bigint('named_at', { mode: 'number' }).notNull(),
  },
  (table) => [index('customer_statistics_kept').on(sql`(${table.spent} - ${table.refunded}) desc`, table.shopperId)],
)
