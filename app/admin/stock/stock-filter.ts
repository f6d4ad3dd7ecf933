import type { StockFilter } from '@/server/read/stock-levels/stock-levels.view'
import { addressWith, one, pageOf, type SearchParams } from '../address'

/** What is fewer than this is worth a look. */
export const LOW_STOCK = 10
const LEVELS_A_PAGE = 50
const MOST = 1_000_000

/** The question that an address asks; `all=1` asks for everything on sale, unless it says how few. */
export function parseStockFilter(params: SearchParams): StockFilter {
  const text = one(params.q).slice(0, 100)
  const said = one(params.below)
  const isAll = one(params.all) === '1' && !said
  return {
    ...(text && { text }),
    ...(!isAll && { below: sensible(Number(said)) }),
    page: pageOf(params),
    pageSize: LEVELS_A_PAGE,
  }
}

function sensible(below: number): number {
  return Number.isInteger(below) && below >= 1 && below <= MOST ? below : LOW_STOCK
}

/** The address that asks it. */
export function stockPath({ text, below, page }: Partial<StockFilter>): string {
  return addressWith('/admin/stock', {
    q: text,
    below: below === LOW_STOCK ? undefined : below,
    all: allParam(below),
    page,
  })
}

/** What an address says that asks for everything, however few there are. */
export function allParam(below: number | undefined): '1' | undefined {
  return below === undefined ? '1' : undefined
}
