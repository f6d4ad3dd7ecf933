import { integer, jsonb, uuid } from 'drizzle-orm/pg-core'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import { read } from './schema'

export const cart = read.table('cart', {
  shopperId: uuid('shopper_id').primaryKey(),
  itemCount: integer('item_count').notNull(),
  lines: jsonb().$type<CartViewLine[]>().notNull(),
  lastOrderId: uuid('last_order_id'),
})
