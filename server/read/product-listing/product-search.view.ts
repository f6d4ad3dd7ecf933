import { type Category, isOfHistory } from '@/server/events/product'
import type { CatalogueEvent } from '../listed-variant'
import { insertOnPage, type Paging } from '../paging'
import { wordsOf } from '../search-words'
import { applyToListedProduct, type ListedProduct } from './listed-product.view'

export const PRODUCT_ORDERS = ['relevance', 'newest', 'price-asc', 'price-desc', 'name'] as const
export type ProductOrder = (typeof PRODUCT_ORDERS)[number]

export type ProductSearch = Paging & {
  text?: string
  category?: Category
  priceFrom?: number
  priceTo?: number
  inStock?: boolean
  sort?: ProductOrder
}

/** What shoppers find. `facets` counts the matches of each category as if none were chosen. */
export type ProductSearchView = {
  products: ListedProduct[]
  total: number
  page: number
  pageSize: number
  facets: { category: Category; count: number }[]
}

/** Without a word there is nothing to be relevant to. */
export function orderOf({ sort, text }: Pick<ProductSearch, 'sort' | 'text'>): ProductOrder {
  if (sort && (sort !== 'relevance' || text)) return sort
  return text ? 'relevance' : 'newest'
}

export function applyToProductSearch(
  view: ProductSearchView,
  event: CatalogueEvent,
  search: ProductSearch,
): ProductSearchView {
  if (event.type === 'ProductCreated') return withNew(view, applyToListedProduct(null, event), search)
  const changed = view.products.map((product) => applyToListedProduct(product, event))
  const found = changed.filter((product) => isWanted(product, search))
  const total = view.total - (changed.length - found.length)
  const counted = view.products.reduce((rest, before, at) => recount(rest, before, changed[at], search), view)
  return { ...counted, products: inOrder(found, event, search), total }
}

/** A price or a name says where a product stands; what is newest or fits best stays where it is. */
function inOrder(products: ListedProduct[], event: CatalogueEvent, search: ProductSearch): ListedProduct[] {
  const order = orderOf(search)
  if (order.startsWith('price')) return products.toSorted(comparison[order])
  if (order !== 'name' || event.type !== 'ProductRevised') return products
  const revised = products.find(({ productId }) => productId === event.data.productId)
  if (!revised) return products
  return insertOnPage(
    products.filter((product) => product !== revised),
    revised,
    comparison.name,
    search,
  )
}

/** Takes a product from where it was counted, and counts it where it stands now. */
function recount(
  view: ProductSearchView,
  { category }: ListedProduct,
  now: ListedProduct | undefined,
  search: ProductSearch,
): ProductSearchView {
  const isFound = now !== undefined && isWanted(now, { ...search, category: undefined })
  if (isFound && now.category === category) return view
  const without = withCount(view, category, -1)
  return isFound ? withCount(without, now.category, 1) : without
}

function withNew(view: ProductSearchView, product: ListedProduct, search: ProductSearch): ProductSearchView {
  if (!isWanted(product, { ...search, category: undefined }) || !hasWords(product, search.text)) return view
  const counted = withCount(view, product.category, 1)
  if (!isWanted(product, search)) return counted
  const products = insertOnPage(view.products, product, comparison[orderOf(search)], search)
  return { ...counted, products, total: view.total + 1 }
}

function withCount(view: ProductSearchView, category: Category, change: 1 | -1): ProductSearchView {
  const count = (view.facets.find((facet) => facet.category === category)?.count ?? 0) + change
  const others = view.facets.filter((facet) => facet.category !== category)
  const facets = count > 0 ? [...others, { category, count }] : others
  return { ...view, facets: facets.toSorted((a, b) => (a.category < b.category ? -1 : 1)) }
}

function isWanted(product: ListedProduct, search: ProductSearch): boolean {
  const { category, priceFrom = 0, priceTo = Number.MAX_SAFE_INTEGER, inStock } = search
  return (
    product.onSale &&
    !isOfHistory(product.category) &&
    (category === undefined || product.category === category) &&
    product.priceTo >= priceFrom &&
    product.priceFrom <= priceTo &&
    (!inStock || product.stock > 0)
  )
}

/** Nearly what PostgreSQL finds, which knows stems besides: good for a product that it has not seen yet. */
function hasWords({ name, description }: ListedProduct, text = ''): boolean {
  const known = wordsOf(`${name} ${description}`)
  return wordsOf(text).every((wanted) => known.some((word) => word.startsWith(wanted)))
}

const byId = (a: ListedProduct, b: ListedProduct) => (a.productId < b.productId ? -1 : 1)
const comparison: Record<ProductOrder, (a: ListedProduct, b: ListedProduct) => number> = {
  // How relevant a product is, only the table knows: the new one comes last.
  relevance: () => 1,
  newest: (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || -byId(a, b),
  'price-asc': (a, b) => a.priceFrom - b.priceFrom || byId(a, b),
  'price-desc': (a, b) => b.priceFrom - a.priceFrom || byId(a, b),
  name: (a, b) => a.name.localeCompare(b.name, 'en') || byId(a, b),
}
