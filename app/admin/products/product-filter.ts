import { categorySchema } from '@/server/events/product'
import type { ProductListFilter } from '@/server/read/product-listing/product-list.view'
import { addressWith, one, pageOf, type SearchParams } from '../address'

const PATH = '/admin/products'
const PRODUCTS_A_PAGE = 25
const SALE = { on: true, off: false } as const

/** The question that an address asks. What makes no sense in it is left out. */
export function parseProductFilter(params: SearchParams): ProductListFilter {
  const text = one(params.q).slice(0, 100)
  const category = categorySchema.options.find((each) => each === one(params.category))
  const sale = one(params.sale)
  return {
    ...(text && { text }),
    ...(category && { category }),
    ...((sale === 'on' || sale === 'off') && { onSale: SALE[sale] }),
    page: pageOf(params),
    pageSize: PRODUCTS_A_PAGE,
  }
}

/** The address that asks this question. */
export function productsPath({ text, category, onSale, page }: Partial<ProductListFilter>): string {
  return addressWith(PATH, { q: text, category, sale: saleParam(onSale), page })
}

export function saleParam(onSale: boolean | undefined): 'on' | 'off' | undefined {
  if (onSale === undefined) return undefined
  return onSale ? 'on' : 'off'
}

export function productPath(productId: string): string {
  return `${PATH}/${productId}`
}

/** Where its words are changed. */
export function productEditPath(productId: string): string {
  return `${productPath(productId)}/edit`
}

/** Everything that happened to it. */
export function productHistoryPath(productId: string): string {
  return `${productPath(productId)}/history`
}
