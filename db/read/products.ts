import { type SQL, sql } from 'drizzle-orm'
import { bigint, boolean, customType, index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Category, ProductEvent } from '@/server/events/product'
import type { ListedVariant } from '@/server/read/listed-variant'
import { read } from './schema'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const productListing = read.table(
  'product_listing',
  {
    productId: uuid('product_id').primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    category: text().$type<Category>().notNull(),
    picture: text().notNull(),
    onSale: boolean('on_sale').notNull(),
    currency: text().notNull(),
    priceFrom: bigint('price_from', { mode: 'number' }).notNull(),
    priceTo: bigint('price_to', { mode: 'number' }).notNull(),
    stock: integer().notNull(),
    variants: jsonb().$type<ListedVariant[]>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
    search: tsvector().generatedAlwaysAs(
      (): SQL =>
        // Word stems, and the words as they are written: what is still being typed has no stem.
        sql`setweight(to_tsvector('english', name) || to_tsvector('simple', name), 'A')
          || setweight(to_tsvector('english', description) || to_tsvector('simple', description), 'B')`,
    ),
  },
  (table) => [
    index('product_listing_search').using('gin', table.search),
    index('product_listing_category').on(table.category),
  ],
)

export const productPage = read.table(
  'product_page',
  {
    productId: uuid('product_id').primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    category: text().$type<Category>().notNull(),
    picture: text().notNull(),
    onSale: boolean('on_sale').notNull(),
    currency: text().notNull(),
    variants: jsonb().$type<ListedVariant[]>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('product_page_slug').on(table.slug)],
)

/** What happened to a product, a row a happening, for the back office. */
export const productHistory = read.table(
  'product_history',
  {
    position: bigint({ mode: 'number' }).primaryKey(),
    productId: uuid('product_id').notNull(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id').notNull(),
    type: text().$type<ProductEvent['type']>().notNull(),
    details: jsonb().$type<object>().notNull(),
  },
  (table) => [index('product_history_product').on(table.productId, table.position)],
)

export const stockLevels = read.table(
  'stock_levels',
  {
    variantId: uuid('variant_id').primaryKey(),
    productId: uuid('product_id').notNull(),
    name: text().notNull(),
    sku: text().notNull(),
    label: text().notNull(),
    picture: text().notNull(),
    category: text().$type<Category>().notNull(),
    onSale: boolean('on_sale').notNull(),
    onHand: integer('on_hand').notNull(),
  },
  // None by number: it changes with every order, and the list is sorted when somebody looks (docs/decisions/0047).
  (table) => [index('stock_levels_product').on(table.productId)],
)
