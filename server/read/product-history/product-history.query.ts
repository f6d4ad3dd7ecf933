import { count, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { productHistory } from '@/db/read/products'
import { staff } from '@/server/actor'
import { defineQuery } from '@/server/engine/queries/query'
import { idInput } from '@/server/events/inputs'
import type { ProductEvent } from '@/server/events/product'
import { offsetOf, type Paging, paging } from '../paging'
import {
  applyToProductHistory,
  PRODUCT_EVENTS,
  type ProductHistoryEntry,
  type ProductHistoryView,
} from './product-history.view'

/** What was done to a product, by whom and why. */
export const listProductHistory = defineQuery<Paging & { productId: string }, ProductHistoryView, ProductEvent>({
  name: 'listProductHistory',
  projection: 'product-history',
  input: z.object({ productId: idInput, ...paging(50) }),
  handles: PRODUCT_EVENTS,
  permits: staff,
  read: async (db, { productId, page, pageSize }) => {
    const [entries, [counted]] = await Promise.all([
      db
        .select()
        .from(productHistory)
        .where(eq(productHistory.productId, productId))
        .orderBy(desc(productHistory.position))
        .limit(pageSize)
        .offset(offsetOf({ page, pageSize })),
      db.select({ total: count() }).from(productHistory).where(eq(productHistory.productId, productId)),
    ])
    return { entries: entries as ProductHistoryEntry[], total: counted?.total ?? 0, page, pageSize }
  },
  apply: (view, event, { productId }) => applyToProductHistory(view, event, productId),
})
