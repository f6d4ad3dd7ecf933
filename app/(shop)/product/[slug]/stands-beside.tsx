import { ask } from '@/app/_server/ask'
import { CATEGORIES } from '@/server/events/product'
import { searchProducts } from '@/server/read/product-listing/search-products.query'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'
import { ProductShelf } from '../../_home/product-shelf'

const A_ROW = 4
/** As many of the department as are looked at. */
const NEIGHBOURS = 24

/** What stands beside it: its neighbours in the department, going round at the end. */
export async function StandsBeside({ product }: { product: ProductPageView }) {
  const category = CATEGORIES.find((one) => one === product.category)
  if (!category) return null
  const { data } = await ask(searchProducts, { category, inStock: true, sort: 'name', page: 1, pageSize: NEIGHBOURS })
  const neighbours = data.products.filter(({ productId }) => productId !== product.productId)
  const after = neighbours.findIndex(({ name }) => name.localeCompare(product.name, 'en') > 0)
  const round = after > 0 ? [...neighbours.slice(after), ...neighbours.slice(0, after)] : neighbours
  return <ProductShelf title="Stands well beside" products={round.slice(0, A_ROW)} />
}
