import { and, asc, count, eq, ilike, lt, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { stockLevels } from '@/db/read/products'
import { staff } from '@/server/actor'
import { defineQuery } from '@/server/engine/queries/query'
import { CATALOGUE_EVENTS, type CatalogueEvent } from '../listed-variant'
import { containing, offsetOf, paging, searchText } from '../paging'
import { applyToStockLevels, type StockFilter, type StockLevelsView } from './stock-levels.view'

/** What is left on the shelf, the scarcest first. */
export const listStockLevels = defineQuery<StockFilter, StockLevelsView, CatalogueEvent>({
  name: 'listStockLevels',
  projection: 'stock-levels',
  input: z.object({ text: searchText, below: z.int().optional(), ...paging(50) }),
  handles: CATALOGUE_EVENTS,
  permits: staff,
  read: async (db, filter) => {
    const { page, pageSize } = filter
    const wanted = conditionOf(filter)
    const [levels, [counted]] = await Promise.all([
      db
        .select()
        .from(stockLevels)
        .where(wanted)
        .orderBy(asc(stockLevels.onHand), asc(stockLevels.variantId))
        .limit(pageSize)
        .offset(offsetOf(filter)),
      db.select({ total: count() }).from(stockLevels).where(wanted),
    ])
    return { levels, total: counted?.total ?? 0, page, pageSize }
  },
  apply: (view, event, filter) => applyToStockLevels(view, event, filter),
})

function conditionOf({ text, below }: StockFilter): SQL | undefined {
  return and(
    eq(stockLevels.onSale, true),
    below === undefined ? undefined : lt(stockLevels.onHand, below),
    text ? or(ilike(stockLevels.name, containing(text)), ilike(stockLevels.sku, containing(text))) : undefined,
  )
}
