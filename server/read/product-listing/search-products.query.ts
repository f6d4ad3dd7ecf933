import { and, asc, count, desc, eq, gt, gte, lte, notInArray, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { productListing } from '@/db/read/products'
import { anyone } from '@/server/actor'
import type { Db } from '@/server/engine/database/drizzle'
import { defineQuery } from '@/server/engine/queries/query'
import { CATEGORIES, CATEGORIES_OF_HISTORY } from '@/server/events/product'
import { CATALOGUE_EVENTS, type CatalogueEvent } from '../listed-variant'
import { offsetOf, paging, searchText } from '../paging'
import { listedColumns } from './listed-columns'
import {
  applyToProductSearch,
  orderOf,
  PRODUCT_ORDERS,
  type ProductOrder,
  type ProductSearch,
  type ProductSearchView,
} from './product-search.view'
import { type TextMatch, textMatch, UNRANKED } from './text-match'

const price = z.int().nonnegative().optional()

/** What a shopper may buy: by words, category, price and stock. */
export const searchProducts = defineQuery<ProductSearch, ProductSearchView, CatalogueEvent>({
  name: 'searchProducts',
  projection: 'product-listing',
  input: z.object({
    text: searchText,
    category: z.enum(CATEGORIES).optional(),
    priceFrom: price,
    priceTo: price,
    inStock: z.boolean().optional(),
    sort: z.enum(PRODUCT_ORDERS).optional(),
    ...paging(24),
  }),
  handles: CATALOGUE_EVENTS,
  permits: anyone,
  read: async (db, search) => {
    const found = await readMatches(db, search, textMatch(search.text, 'every'))
    if (found.total > 0 || !search.text) return found
    // Rather products with some of the words than an empty page.
    return readMatches(db, search, textMatch(search.text, 'some'))
  },
  apply: (view, event, search) => applyToProductSearch(view, event, search),
})

async function readMatches(db: Db, search: ProductSearch, text: TextMatch | undefined): Promise<ProductSearchView> {
  const wanted = conditionOf(search, text?.condition)
  const [products, facets] = await Promise.all([
    db
      .select(listedColumns)
      .from(productListing)
      .where(and(wanted, search.category ? eq(productListing.category, search.category) : undefined))
      .orderBy(...sorting(text)[orderOf(search)], desc(productListing.productId))
      .limit(search.pageSize)
      .offset(offsetOf(search)),
    db
      .select({ category: productListing.category, count: count() })
      .from(productListing)
      .where(wanted)
      .groupBy(productListing.category)
      .orderBy(productListing.category),
  ])
  const counted = search.category ? facets.filter(({ category }) => category === search.category) : facets
  const total = counted.reduce((sum, facet) => sum + facet.count, 0)
  return { products, total, page: search.page, pageSize: search.pageSize, facets }
}

function conditionOf({ priceFrom, priceTo, inStock }: ProductSearch, text: SQL | undefined): SQL | undefined {
  return and(
    eq(productListing.onSale, true),
    notInArray(productListing.category, [...CATEGORIES_OF_HISTORY]),
    priceFrom === undefined ? undefined : gte(productListing.priceTo, priceFrom),
    priceTo === undefined ? undefined : lte(productListing.priceFrom, priceTo),
    inStock ? gt(productListing.stock, 0) : undefined,
    text,
  )
}

const sorting = (text: TextMatch | undefined): Record<ProductOrder, SQL[]> => ({
  relevance: [desc(text?.rank ?? UNRANKED), asc(productListing.name)],
  newest: [desc(productListing.createdAt)],
  'price-asc': [asc(productListing.priceFrom)],
  'price-desc': [desc(productListing.priceFrom)],
  name: [asc(productListing.name)],
})
