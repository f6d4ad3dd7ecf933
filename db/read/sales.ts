import { bigint, date, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Category } from '@/server/events/product'
import { read } from './schema'

/** What a product is called where its sales are listed. */
export const soldProduct = read.table('sold_product', {
  productId: uuid('product_id').primaryKey(),
  slug: text().notNull(),
  name: text().notNull(),
  picture: text().notNull(),
  category: text().$type<Category>().notNull(),
})

/** Units and money of a product on one day of the shop's business time zone. Amounts in minor units. */
export const productSales = read.table(
  'product_sales',
  {
    day: date({ mode: 'string' }).notNull(),
    productId: uuid('product_id').notNull(),
    quantity: integer().notNull(),
    amount: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.productId] })],
)

/** The same of the thirty days that end on the latest one with a sale. */
export const productSalesWindow = read.table(
  'product_sales_window',
  {
    lastDay: date('last_day', { mode: 'string' }).notNull(),
    productId: uuid('product_id').notNull(),
    quantity: integer().notNull(),
    amount: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.lastDay, table.productId] }),
    // As PostgreSQL sorts when nothing is said: Drizzle's desc() alone puts nulls last, and serves no query.
    index('product_sales_window_amount').on(table.lastDay, table.amount.desc().nullsFirst(), table.productId),
  ],
)
