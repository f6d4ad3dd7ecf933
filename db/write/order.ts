import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { variants } from './catalogue'
import { write } from './schema'

export const ORDER_STATUSES = ['awaiting-payment', 'paid', 'shipped', 'cancelled'] as const

/** All amounts in minor units. `total` = lines − discount + shipping; `tax` is the part of it that is tax. */
export const orders = write.table(
  'orders',
  {
    id: uuid().primaryKey(),
    number: text().notNull(),
    shopperId: uuid('shopper_id'),
    origin: text({ enum: ['shop', 'history'] }).notNull(),
    status: text({ enum: ORDER_STATUSES }).notNull(),
    currency: text().notNull(),
    linesAmount: bigint('lines_amount', { mode: 'number' }).notNull(),
    discountAmount: bigint('discount_amount', { mode: 'number' }).notNull(),
    shippingAmount: bigint('shipping_amount', { mode: 'number' }).notNull(),
    taxAmount: bigint('tax_amount', { mode: 'number' }).notNull(),
    totalAmount: bigint('total_amount', { mode: 'number' }).notNull(),
    contact: jsonb().$type<{ name: string; email: string } | null>(),
    address: jsonb(),
    placedAt: timestamp('placed_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('orders_shopper').on(table.shopperId, table.placedAt), index('orders_placed').on(table.placedAt)],
)

export const orderLines = write.table(
  'order_lines',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    ordinal: integer().notNull(),
    variantId: uuid('variant_id')
      .notNull()
      .references(() => variants.id),
    name: text().notNull(),
    quantity: integer().notNull(),
    unitPrice: bigint('unit_price', { mode: 'number' }).notNull(),
    amount: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.ordinal] }),
    index('order_lines_variant').on(table.variantId),
  ],
)

export const payments = write.table(
  'payments',
  {
    id: uuid().primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    status: text({ enum: ['pending', 'delayed', 'authorised', 'declined', 'voided'] }).notNull(),
    amount: bigint({ mode: 'number' }).notNull(),
    /** The provider's name for the card; never the card. */
    token: text(),
    reference: text(),
    updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    index('payments_order').on(table.orderId),
    index('payments_open').on(table.updatedAt).where(sql`${table.status} in ('pending', 'delayed')`),
  ],
)

export const shipments = write.table(
  'shipments',
  {
    id: uuid().primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    carrier: text().notNull(),
    trackingNumber: text('tracking_number').notNull(),
    shippedAt: timestamp('shipped_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('shipments_order').on(table.orderId)],
)

/** The letters that were sent to confirm an order. That one is owed follows from the order. */
export const confirmations = write.table('confirmations', {
  orderId: uuid('order_id')
    .primaryKey()
    .references(() => orders.id),
  sentAt: timestamp('sent_at', { withTimezone: true, mode: 'string' }).notNull(),
})

/** `orderId` is null only for refunds of an imported history that does not say which order they belong to. */
export const refunds = write.table(
  'refunds',
  {
    id: uuid().primaryKey(),
    orderId: uuid('order_id').references(() => orders.id),
    number: text(),
    amount: bigint({ mode: 'number' }).notNull(),
    reason: text().notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('refunds_order').on(table.orderId)],
)
