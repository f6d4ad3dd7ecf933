import { and, eq, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { productPage } from '@/db/read/products'
import { anyone, staff } from '@/server/actor'
import { defineQuery } from '@/server/engine/queries/query'
import { idInput, typedInput } from '@/server/events/inputs'
import { CATEGORIES_OF_HISTORY, isOfHistory } from '@/server/events/product'
import { CATALOGUE_EVENTS, type CatalogueEvent, productsOf } from '../listed-variant'
import { applyToProductPage, type ProductPageView } from './product-page.view'

/** The page of a product by its address. What an imported history names has none: it was never for sale here. */
export const findProductPage = defineQuery<{ slug: string }, ProductPageView | null, CatalogueEvent>({
  name: 'findProductPage',
  projection: 'product-page',
  input: z.object({ slug: typedInput.max(200) }),
  handles: CATALOGUE_EVENTS,
  permits: anyone,
  read: async (db, { slug }) => {
    const [row] = await db
      .select()
      .from(productPage)
      .where(and(eq(productPage.slug, slug), notInArray(productPage.category, [...CATEGORIES_OF_HISTORY])))
    return row ?? null
  },
  apply: (page, event, { slug }) => {
    const isOther = event.type === 'ProductCreated' && (event.data.slug !== slug || isOfHistory(event.data.category))
    return isOther ? page : applyToProductPage(page, event)
  },
})

/** Any product by its id, for the back office. */
export const findProduct = defineQuery<{ productId: string }, ProductPageView | null, CatalogueEvent>({
  name: 'findProduct',
  projection: 'product-page',
  input: z.object({ productId: idInput }),
  handles: CATALOGUE_EVENTS,
  permits: staff,
  read: async (db, { productId }) => {
    const [row] = await db.select().from(productPage).where(eq(productPage.productId, productId))
    return row ?? null
  },
  apply: (page, event, { productId }) =>
    productsOf(event).includes(productId) ? applyToProductPage(page, event) : page,
})
