import type { StockFilter } from '@/server/read/stock-levels/stock-levels.view'
import { addressWith, one, pageOf, type SearchParams } from '../address'

/** What is fewer than this is worth a look. */
export const LOW_STOCK = 10
const LEVELS_A_PAGE = 50
const MOST = 1_000_000

/** The question that an address asks; `below=all` asks for everything on sale. */
export function parseStockFilter(params: SearchParams): StockFilter {
  const paging = { page: pageOf(params), pageSize: LEVELS_A_PAGE }
  const said = one(params.below)
  if (said === 'all') return paging
  const below = Number(said || LOW_STOCK)
  const isSensible = Number.isInteger(below) && below >= 1 && below <= MOST
  return { below: isSensible ? below : LOW_STOCK, ...paging }
}

/** The address that asks it. */
export function stockPath({ below, page }: Partial<StockFilter>): string {
  return addressWith('/admin/stock', { below: below === LOW_STOCK ? undefined : (below ?? 'all'), page })
}
