import type { ProductOrder } from '@/server/read/product-listing/product-search.view'

type SortOption = { value: ProductOrder; label: string }

const NEWEST: SortOption = { value: 'newest', label: 'Newest first' }
const OTHERS: readonly SortOption[] = [
  { value: 'price-asc', label: 'Price, low to high' },
  { value: 'price-desc', label: 'Price, high to low' },
  { value: 'name', label: 'Name' },
]

/** How a list can be ordered, first as it is when nobody says. Only what was searched for can be relevant. */
export function sortOptions(isSearch: boolean): SortOption[] {
  return [...(isSearch ? [{ value: 'relevance', label: 'Best match' } as const] : []), NEWEST, ...OTHERS]
}
