import type { Category } from '@/server/events/product'
import { applyToVariants, type CatalogueEvent, productsOf } from '../listed-variant'
import { insertOnPage, type Paging } from '../paging'

/** How many units of a variant can be sold now. */
export type StockLevel = {
  variantId: string
  productId: string
  name: string
  sku: string
  label: string
  picture: string
  category: Category
  onSale: boolean
  onHand: number
}

/** `text` is a part of the name or of the SKU. */
export type StockFilter = Paging & { text?: string; below?: number }

/** Of what is on sale, the fewest first. */
export type StockLevelsView = { levels: StockLevel[]; total: number; page: number; pageSize: number }

/** The levels that a product begins with. */
function levelsOf({ data }: Extract<CatalogueEvent, { type: 'ProductCreated' }>): StockLevel[] {
  const { productId, name, picture, category, onSale } = data
  return data.variants.map(({ variantId, sku, label, stock }) => ({
    variantId,
    productId,
    name,
    sku,
    label,
    picture,
    category,
    onSale,
    onHand: stock,
  }))
}

/** The levels of one product after the event. */
export function applyToShelf(levels: StockLevel[], event: CatalogueEvent): StockLevel[] {
  return event.type === 'ProductCreated' ? levelsOf(event) : levels.map((level) => applyToLevel(level, event))
}

function applyToLevel(level: StockLevel, event: CatalogueEvent): StockLevel {
  if (!productsOf(event).includes(level.productId)) return level
  if (event.type === 'ProductRevised') {
    const { description: _, ...shown } = event.data.to
    return { ...level, ...shown }
  }
  if (event.type === 'ProductDiscontinued') return { ...level, onSale: false }
  const { variantId, sku, label, onHand } = level
  const [variant] = applyToVariants([{ variantId, sku, label, price: 0, stock: onHand }], event)
  return variant && variant.stock !== onHand ? { ...level, onHand: variant.stock } : level
}

export function applyToStockLevels(view: StockLevelsView, event: CatalogueEvent, filter: StockFilter): StockLevelsView {
  const isListed = (level: StockLevel) => isWanted(level, filter)
  if (event.type === 'ProductCreated') {
    const created = levelsOf(event).filter(isListed)
    const levels = created.reduce((rows, level) => insertOnPage(rows, level, fewestFirst, filter), view.levels)
    return { ...view, levels, total: view.total + created.length }
  }
  const levels = applyToShelf(view.levels, event).filter(isListed).toSorted(fewestFirst)
  return { ...view, levels, total: view.total - (view.levels.length - levels.length) }
}

function isWanted({ onSale, onHand, name, sku }: StockLevel, { text = '', below }: StockFilter): boolean {
  return (
    onSale &&
    (below === undefined || onHand < below) &&
    [name, sku].some((one) => one.toLowerCase().includes(text.toLowerCase()))
  )
}

function fewestFirst(a: StockLevel, b: StockLevel): number {
  return a.onHand - b.onHand || (a.variantId < b.variantId ? -1 : 1)
}
