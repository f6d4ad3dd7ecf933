import 'server-only'
import { ask } from '@/app/_server/ask'
import type { ListedProduct } from '@/server/read/product-listing/listed-product.view'
import { searchProducts } from '@/server/read/product-listing/search-products.query'
import { dayOf } from '@/server/read/shop-day'
import { shop } from '@/server/shop'
import { toMinor } from '../_browse/price-band'

const A_ROW = 4
const SMALL_CHANGE = 10
/** As many small things as are looked at. */
const A_HANDFUL = 24

/** What the front page shows of the catalogue. */
export async function homeProducts() {
  const { currency } = shop().config
  const [everything, newest, small] = await Promise.all([
    ask(searchProducts, { page: 1, pageSize: 1 }),
    ask(searchProducts, { inStock: true, sort: 'newest', page: 1, pageSize: 2 * A_ROW }),
    ask(searchProducts, {
      inStock: true,
      sort: 'name',
      priceTo: toMinor(SMALL_CHANGE, currency),
      page: 1,
      pageSize: A_HANDFUL,
    }),
  ])
  const isNew = ({ productId }: ListedProduct) => newest.data.products.some((one) => one.productId === productId)
  return {
    newest: newest.data.products,
    small: spread(
      small.data.products.filter((product) => !isNew(product)),
      A_ROW,
    ),
    /** As many as the pages of the departments list: what is sold out is among them. */
    counts: everything.data.facets,
    chosen: await chosenToday(newest.data.total),
  }
}

/** The day's number picks it: everybody sees the same one, and tomorrow another. */
async function chosenToday(total: number): Promise<ListedProduct | undefined> {
  if (total === 0) return undefined
  const day = Date.parse(dayOf(new Date().toISOString(), shop().config.timeZone)) / 86_400_000
  // A stride that shares no factor with most counts, so that neighbours in the list are not neighbours in the week.
  const page = ((day * 37) % total) + 1
  const { data } = await ask(searchProducts, { inStock: true, sort: 'name', page, pageSize: 1 })
  return data.products[0]
}

/** A few of many, from all departments as far as they go. */
function spread(products: readonly ListedProduct[], most: number): ListedProduct[] {
  const seen = new Set<string>()
  const first = products.filter(({ category }) => !seen.has(category) && seen.add(category))
  return [...first, ...products.filter((product) => !first.includes(product))].slice(0, most)
}
