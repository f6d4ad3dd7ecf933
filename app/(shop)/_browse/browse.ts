import 'server-only'
import { ask } from '@/app/_server/ask'
import { notPastTheLast } from '@/app/_server/last-page'
import type { ProductSearchView } from '@/server/read/product-listing/product-search.view'
import { searchProducts } from '@/server/read/product-listing/search-products.query'
import { shop } from '@/server/shop'
import { type Browsing, browsingPath, toProductSearch } from './browsing'

/** What is found. An address of a page past the last one leads to the last one. */
export async function browse(path: string, browsing: Browsing): Promise<ProductSearchView> {
  const { data } = await ask(searchProducts, toProductSearch(browsing, shop().config.currency))
  notPastTheLast(data, (page) => browsingPath(path, { ...browsing, page }))
  return data
}
