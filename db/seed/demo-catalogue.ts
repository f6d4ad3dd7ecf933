import { SYSTEM } from '@/server/actor'
import type { Dispatcher } from '@/server/engine/commands/dispatch'
import { createProduct } from '@/server/write/product/create-product'
import { CATALOGUE } from './catalogue/catalogue'
import type { CatalogueProduct } from './catalogue/product'
import { demoId } from './demo-id'
import type { PlannedOrder } from './plan-orders'

/**
 * Creates the catalogue as it was before the first order: with what has been sold since still on the shelf, so that what
 * is left today is what the catalogue says, and the few units of cancelled orders.
 */
export async function createCatalogue(
  { dispatch }: Dispatcher,
  orders: readonly PlannedOrder[],
  opening: Date,
  currency: string,
): Promise<void> {
  const sold = unitsSold(orders)
  for (const [index, product] of inTurns(CATALOGUE).entries()) {
    // One after the other, so that "newest first" is an order; the catalogue's first are the newest.
    const at = new Date(opening.getTime() - index * 3_600_000).toISOString()
    const input = { ...toInput(product, sold), currency }
    const reply = await dispatch(createProduct, { id: demoId(`create/${product.slug}`), input, actor: SYSTEM, at })
    if (!reply.ok) throw new Error(`The demo's ${product.name} was refused: ${JSON.stringify(reply.rejection)}`)
  }
}

/** The departments take turns: what is newest in the shop is one thing of each. */
function inTurns(products: readonly CatalogueProduct[]): CatalogueProduct[] {
  const seen = new Map<string, number>()
  const turnOf = ({ category }: CatalogueProduct) => {
    const turn = seen.get(category) ?? 0
    seen.set(category, turn + 1)
    return turn
  }
  const turns = products.map((product) => ({ product, turn: turnOf(product) }))
  return turns.toSorted((a, b) => a.turn - b.turn).map(({ product }) => product)
}

function unitsSold(orders: readonly PlannedOrder[]): Map<string, number> {
  const sold = new Map<string, number>()
  for (const { lines } of orders) {
    for (const { sku, quantity } of lines) sold.set(sku, (sold.get(sku) ?? 0) + quantity)
  }
  return sold
}

function toInput(product: CatalogueProduct, sold: Map<string, number>) {
  const { slug, name, description, category, picture } = product
  const variants = product.variants.map((variant) => ({
    ...variant,
    variantId: demoId(`variant/${variant.sku}`),
    stock: variant.stock + (sold.get(variant.sku) ?? 0),
  }))
  return { productId: demoId(`product/${slug}`), slug, name, description, category, picture, variants }
}
