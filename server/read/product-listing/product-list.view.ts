import type { Category } from '@/server/events/product'
import type { CatalogueEvent } from '../listed-variant'
import { insertOnPage, type Paging } from '../paging'
import { applyToListedProduct, type ListedProduct } from './listed-product.view'

export type ProductListFilter = Paging & { text?: string; category?: Category; onSale?: boolean }

/** All products, newest first, as the back office lists them. */
export type ProductListView = { products: ListedProduct[]; total: number; page: number; pageSize: number }

export function applyToProductList(
  view: ProductListView,
  event: CatalogueEvent,
  filter: ProductListFilter,
): ProductListView {
  if (event.type === 'ProductCreated') return withNew(view, applyToListedProduct(null, event), filter)
  const products = view.products
    .map((product) => applyToListedProduct(product, event))
    .filter((product) => isListed(product, filter))
  return { ...view, products, total: view.total - (view.products.length - products.length) }
}

function withNew(view: ProductListView, product: ListedProduct, filter: ProductListFilter): ProductListView {
  if (!isListed(product, filter)) return view
  return { ...view, products: insertOnPage(view.products, product, newestFirst, filter), total: view.total + 1 }
}

function isListed(product: ListedProduct, { text = '', category, onSale }: ProductListFilter): boolean {
  return (
    (category === undefined || product.category === category) &&
    (onSale === undefined || product.onSale === onSale) &&
    [product.name, ...product.variants.map(({ sku }) => sku)].some((one) =>
      one.toLowerCase().includes(text.toLowerCase()),
    )
  )
}

function newestFirst(a: ListedProduct, b: ListedProduct): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.productId < b.productId ? 1 : -1)
}
