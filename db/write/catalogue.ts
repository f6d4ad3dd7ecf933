import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { write } from './schema'

export const products = write.table('products', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  description: text().notNull(),
  category: text().notNull(),
  picture: text().notNull(),
  status: text({ enum: ['on-sale', 'discontinued'] }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
})

export const variants = write.table(
  'variants',
  {
    id: uuid().primaryKey(),
    productId: uuid('product_id')
      .notNull()
      .references(() => products.id),
    sku: text().notNull().unique(),
    label: text().notNull(),
    ordinal: integer().notNull(),
  },
  (table) => [index('variants_product').on(table.productId)],
)

/** Every price that ever held, in minor units, tax included. The one that holds now has no `validTo`. */
export const prices = write.table(
  'prices',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    variantId: uuid('variant_id')
      .notNull()
      .references(() => variants.id),
    amount: bigint({ mode: 'number' }).notNull(),
    currency: text().notNull(),
    reason: text().notNull(),
    validFrom: timestamp('valid_from', { withTimezone: true, mode: 'string' }).notNull(),
    validTo: timestamp('valid_to', { withTimezone: true, mode: 'string' }),
  },
  (table) => [
    uniqueIndex('prices_current').on(table.variantId).where(sql`${table.validTo} is null`),
    check('prices_amount', sql`${table.amount} >= 0`),
  ],
)

/** Units that can still be sold. The check is the last line against overselling; the row lock in PlaceOrder the first. */
export const stock = write.table(
  'stock',
  {
    variantId: uuid('variant_id')
      .primaryKey()
      .references(() => variants.id),
    onHand: integer('on_hand').notNull(),
  },
  (table) => [check('stock_on_hand', sql`${table.onHand} >= 0`)],
)
