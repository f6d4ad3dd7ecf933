import { sql } from 'drizzle-orm'
import { bigint, check, integer, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'
import { variants } from './catalogue'
import { write } from './schema'

/** One cart a shopper, for life: checking out empties it. Its id is the shopper's. */
export const carts = write.table('carts', {
  id: uuid().primaryKey(),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string' }).notNull(),
})

/** `unitPrice` is the price the shopper was shown, in minor units; PlaceOrder compares it with the one that holds. */
export const cartLines = write.table(
  'cart_lines',
  {
    cartId: uuid('cart_id')
      .notNull()
      .references(() => carts.id),
    variantId: uuid('variant_id')
      .notNull()
      .references(() => variants.id),
    quantity: integer().notNull(),
    unitPrice: bigint('unit_price', { mode: 'number' }).notNull(),
    addedAt: timestamp('added_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cartId, table.variantId] }),
    check('cart_lines_quantity', sql`${table.quantity} > 0`),
  ],
)
