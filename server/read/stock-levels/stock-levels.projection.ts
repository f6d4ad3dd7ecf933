import { stockLevels } from '@/db/read/products'
import { defineProjection } from '@/server/engine/projections/projection'
import { rowStore } from '@/server/engine/rows/row-store'
import { tableAudit } from '@/server/engine/rows/table-audit'
import { CATALOGUE_EVENTS, type CatalogueEvent, productsOf } from '../listed-variant'
import { applyToShelf, type StockLevel } from './stock-levels.view'

const rows = rowStore<typeof stockLevels, 'variantId'>(stockLevels, ['variantId'])

const audit = tableAudit<typeof stockLevels, CatalogueEvent, StockLevel[]>({
  table: stockLevels,
  part: ['productId'],
  evidence: 'log',
  partsOf: productsOf,
  fold: (shelf = [], event) => applyToShelf(shelf, event),
  rowsOf: (shelf) => shelf,
})

/** A row a variant; but a product's end names only the product, so rows are looked up by product. */
export const stockLevelsProjection = defineProjection<CatalogueEvent>({
  name: 'stock-levels',
  version: 3,
  isRelaxed: true,
  handles: CATALOGUE_EVENTS,
  tables: [rows.name],
  audit,
  apply: async (tx, events) => {
    const products = [...new Set(events.flatMap(productsOf))]
    const before = await rows.loadWhere(tx, tx`product_id = any(${products}::uuid[])`)
    const shelves = byProduct(before.values())
    for (const event of events) {
      for (const product of productsOf(event)) shelves.set(product, applyToShelf(shelves.get(product) ?? [], event))
    }
    const after = new Map([...shelves.values()].flat().map((level) => [rows.idOf(level), level]))
    await rows.save(tx, before, after)
    return products
  },
})

function byProduct(levels: Iterable<StockLevel | null>): Map<string, StockLevel[]> {
  const shelves = new Map<string, StockLevel[]>()
  for (const level of levels) {
    if (level) shelves.set(level.productId, [...(shelves.get(level.productId) ?? []), level])
  }
  return shelves
}
