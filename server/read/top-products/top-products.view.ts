import type { OrderEvent } from '@/server/events/order'
import { applyToSoldProduct, type Revision, type SalesEvent, type SoldProduct, salesOf } from './sales'

/** A product by what was sold of it. Amount in minor units; cancelled orders are left out. */
export type TopProduct = SoldProduct & { quantity: number; amount: number }

/** By amount, most first, for the days from the first to the last, both included, of the shop's time zone. */
export type TopProductsView = { from: string; to: string; timeZone: string; products: TopProduct[] }

/**
 * The list after an order, a cancellation or a revision. A product that is not in a full list sold something that only the table
 * knows, and stays out; one that is not in a list with room sold nothing so far.
 */
export function applyToTopProducts(
  view: TopProductsView,
  event: SalesEvent | Revision,
  limit: number,
): TopProductsView {
  if (event.type === 'ProductRevised')
    return { ...view, products: view.products.map((product) => applyToSoldProduct(product, event)) }
  const sales = salesOf(event, view.timeZone).filter(({ day }) => day >= view.from && day <= view.to)
  const isComplete = view.products.length < limit
  const products = sales.reduce(
    (list, sale) => withSale(list, sale, isComplete ? newProductIn(event) : []),
    view.products,
  )
  return {
    ...view,
    products: products
      .filter(({ quantity }) => quantity > 0)
      .toSorted(mostFirst)
      .slice(0, limit),
  }
}

function withSale(
  products: TopProduct[],
  { productId, quantity, amount }: { productId: string; quantity: number; amount: number },
  newcomers: SoldProduct[],
): TopProduct[] {
  const isListed = products.some((product) => product.productId === productId)
  const newcomer = newcomers.find((product) => product.productId === productId)
  if (!isListed) return newcomer ? [...products, { ...newcomer, quantity, amount }] : products
  return products.map((product) =>
    product.productId === productId
      ? { ...product, quantity: product.quantity + quantity, amount: product.amount + amount }
      : product,
  )
}

function newProductIn(event: SalesEvent): SoldProduct[] {
  if (event.type !== 'OrderPlaced') return []
  const { lines }: Extract<OrderEvent, { type: 'OrderPlaced' }>['data'] = event.data
  return lines.map(({ productId, slug, name, picture, category }) => ({ productId, slug, name, picture, category }))
}

function mostFirst(a: TopProduct, b: TopProduct): number {
  return b.amount - a.amount || (a.productId < b.productId ? -1 : 1)
}
