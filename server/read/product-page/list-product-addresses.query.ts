import { and, desc, eq, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { productPage } from '@/db/read/products'
import { anyone } from '@/server/actor'
import { defineQuery } from '@/server/engine/queries/query'
import { CATEGORIES_OF_HISTORY, isOfHistory, type ProductEvent } from '@/server/events/product'

export type ProductAddress = { productId: string; slug: string }

type Listed = Extract<ProductEvent, { type: 'ProductCreated' | 'ProductDiscontinued' }>

/** Where everything that is on sale has its page, the newest first: as many as a map of the shop has room for. */
export const listProductAddresses = defineQuery<{ limit: number }, ProductAddress[], Listed>({
  name: 'listProductAddresses',
  projection: 'product-page',
  input: z.object({ limit: z.int().min(1).max(50_000) }),
  handles: ['ProductCreated', 'ProductDiscontinued'],
  permits: anyone,
  read: (db, { limit }) =>
    db
      .select({ productId: productPage.productId, slug: productPage.slug })
      .from(productPage)
      .where(and(eq(productPage.onSale, true), notInArray(productPage.category, [...CATEGORIES_OF_HISTORY])))
      .orderBy(desc(productPage.createdAt), desc(productPage.productId))
      .limit(limit),
  apply: (addresses, { type, data }, { limit }) => {
    if (type === 'ProductDiscontinued') return addresses.filter(({ productId }) => productId !== data.productId)
    const { productId, slug, category, onSale } = data
    return onSale && !isOfHistory(category) ? [{ productId, slug }, ...addresses].slice(0, limit) : addresses
  },
})
