import { and, count, desc, eq, ilike, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { productListing } from '@/db/read/products'
import { staff } from '@/server/actor'
import { defineQuery } from '@/server/engine/queries/query'
import { categorySchema } from '@/server/events/product'
import { CATALOGUE_EVENTS, type CatalogueEvent } from '../listed-variant'
import { containing, offsetOf, paging, searchText } from '../paging'
import { listedColumns } from './listed-columns'
import { applyToProductList, type ProductListFilter, type ProductListView } from './product-list.view'

/** Every product there ever was, for the back office. */
export const listProducts = defineQuery<ProductListFilter, ProductListView, CatalogueEvent>({
  name: 'listProducts',
  projection: 'product-listing',
  input: z.object({
    text: searchText,
    category: categorySchema.optional(),
    onSale: z.boolean().optional(),
    ...paging(25),
  }),
  handles: CATALOGUE_EVENTS,
  permits: staff,
  read: async (db, filter) => {
    const wanted = conditionOf(filter)
    const [products, [counted]] = await Promise.all([
      db
        .select(listedColumns)
        .from(productListing)
        .where(wanted)
        .orderBy(desc(productListing.createdAt), desc(productListing.productId))
        .limit(filter.pageSize)
        .offset(offsetOf(filter)),
      db.select({ total: count() }).from(productListing).where(wanted),
    ])
    return { products, total: counted?.total ?? 0, page: filter.page, pageSize: filter.pageSize }
  },
  apply: (view, event, filter) => applyToProductList(view, event, filter),
})

function conditionOf({ text, category, onSale }: ProductListFilter): SQL | undefined {
  return and(
    category ? eq(productListing.category, category) : undefined,
    onSale === undefined ? undefined : eq(productListing.onSale, onSale),
    text ? or(ilike(productListing.name, containing(text)), hasSku(text)) : undefined,
  )
}

function hasSku(text: string): SQL {
  return sql`exists (select from jsonb_array_elements(${productListing.variants}) one where one->>'sku' ilike ${containing(text)})`
}
