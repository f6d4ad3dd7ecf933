import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { read } from './schema'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** A variant as shops show it. Price in minor units, tax included; stock in units that can be sold now. */
export type ListedVariant = { variantId: string; sku: string; label: string; price: number; stock: number }

export const productListing = read.table(
  'product_listing',
  {
    productId: uuid('product_id').primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    category: text().notNull(),
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
        sql`setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', description), 'B')`,
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
    category: text().notNull(),
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
    type: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('product_history_product').on(table.productId, table.position)],
)

export const stockLevels = read.table('stock_levels', {
  variantId: uuid('variant_id').primaryKey(),
  productId: uuid('product_id').notNull(),
  name: text().notNull(),
  sku: text().notNull(),
  label: text().notNull(),
  picture: text().notNull(),
  category: text().notNull(),
  onSale: boolean('on_sale').notNull(),
  onHand: integer('on_hand').notNull(),
})

/** Units and money of a product on one day of the shop's business time zone. Amounts in minor units. */
export const productSales = read.table(
  'product_sales',
  {
    day: date({ mode: 'string' }).notNull(),
    productId: uuid('product_id').notNull(),
    name: text().notNull(),
    picture: text().notNull(),
    category: text().notNull(),
    quantity: integer().notNull(),
    amount: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.productId] })],
)
