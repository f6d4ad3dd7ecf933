import type { DepartmentSlug } from '@/app/_catalogue/departments'
import { CATEGORIES } from '@/server/events/product'
import {
  PRODUCT_ORDERS,
  type ProductOrder,
  type ProductSearch,
} from '@/server/read/product-listing/product-search.view'
import { formatPriceBand, parsePriceBand, toMinor } from './price-band'

/** What a shopper has chosen to see, as it stands in the address of the page. */
export type Browsing = {
  text: string
  department: DepartmentSlug | undefined
  /** A price band as it is written in addresses, or nothing. */
  price: string
  inStock: boolean
  sort: ProductOrder | undefined
  page: number
}

export type SearchParams = Record<string, string | string[] | undefined>

const PRODUCTS_A_PAGE = 24

/** Reads an address. What makes no sense in it is left out, as if it had not been said. */
export function parseBrowsing(params: SearchParams): Browsing {
  const band = parsePriceBand(one(params.price))
  const page = Number.parseInt(one(params.page), 10)
  return {
    text: one(params.q).trim().slice(0, 100),
    department: CATEGORIES.find((category) => category === one(params.in)),
    price: band ? formatPriceBand(band) : '',
    inStock: one(params.stock) === '1',
    sort: PRODUCT_ORDERS.find((order) => order === one(params.sort)),
    page: page >= 1 && page <= 1000 ? page : 1,
  }
}

/** The address that shows it, and nothing more than it needs. */
export function browsingPath(path: string, { text, department, price, inStock, sort, page }: Browsing): string {
  const said = { q: text, in: department, price, stock: inStock && '1', sort, page: page > 1 && String(page) }
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(said)) if (value) params.set(name, value)
  return params.size > 0 ? `${path}?${params}` : path
}

/** The address under which a list is to be known: however it is filtered and sorted, it is the list of all. */
export function canonicalPath(path: string, browsing: Browsing): string {
  const isAll = !isFiltered(browsing) && browsing.sort === undefined
  return isAll && browsing.page > 1 ? `${path}?page=${browsing.page}` : path
}

/** The question to the catalogue. */
export function toProductSearch(browsing: Browsing, currency: string): ProductSearch {
  const { text, department, inStock, sort, page } = browsing
  const { from, to } = parsePriceBand(browsing.price) ?? {}
  return {
    ...(text && { text }),
    ...(department && { category: department }),
    ...(from !== undefined && { priceFrom: toMinor(from, currency) }),
    ...(to !== undefined && { priceTo: toMinor(to, currency) }),
    ...(inStock && { inStock }),
    ...(sort && { sort }),
    page,
    pageSize: PRODUCTS_A_PAGE,
  }
}

/** Whether anything is left out by choice. */
export function isFiltered({ price, inStock }: Browsing): boolean {
  return price !== '' || inStock
}

function one(param: string | string[] | undefined): string {
  return (Array.isArray(param) ? param[0] : param) ?? ''
}
