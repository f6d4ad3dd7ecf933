import type { Facts, Patch } from '@/app/_client/commands/optimistic-command'
import { type CatalogueEvent, productsOf } from '@/server/read/listed-variant'
import {
  applyToProductList,
  type ProductListFilter,
  type ProductListView,
} from '@/server/read/product-listing/product-list.view'
import {
  applyToProductSearch,
  type ProductSearch,
  type ProductSearchView,
} from '@/server/read/product-listing/product-search.view'
import { applyToProductPage, type ProductPageView } from '@/server/read/product-page/product-page.view'
import {
  applyToStockLevels,
  type StockFilter,
  type StockLevelsView,
} from '@/server/read/stock-levels/stock-levels.view'

type EventsOf<Input, Hint> = (input: Input, facts: Facts<Hint>) => readonly CatalogueEvent[]
type Apply<View> = (view: View, event: CatalogueEvent, asked: never) => View

/** What events change wherever a product is shown: behind the shop and in it. A view without the product stays. */
export function cataloguePatches<Input, Hint>(eventsOf: EventsOf<Input, Hint>): Patch<Input, Hint>[] {
  function patchOf<View>(query: string, idsIn: (view: View) => readonly string[], apply: Apply<View>) {
    const patch = (view: View, input: Input, facts: Facts<Hint>): View => {
      const shown = new Set(idsIn(view))
      const concerning = eventsOf(input, facts).filter((event) => productsOf(event).some((id) => shown.has(id)))
      return concerning.reduce((after, event) => apply(after, event, facts.asked as never), view)
    }
    return { query, patch }
  }
  const onePage = (page: ProductPageView | null) => (page ? [page.productId] : [])
  const productIds = ({ products }: ProductListView | ProductSearchView) => products.map(({ productId }) => productId)
  const levelIds = ({ levels }: StockLevelsView) => levels.map(({ productId }) => productId)
  return [
    patchOf('findProduct', onePage, applyToProductPage),
    patchOf('findProductPage', onePage, applyToProductPage),
    patchOf('listProducts', productIds, (view: ProductListView, event, asked: ProductListFilter) =>
      applyToProductList(view, event, asked),
    ),
    patchOf('searchProducts', productIds, (view: ProductSearchView, event, asked: ProductSearch) =>
      applyToProductSearch(view, event, asked),
    ),
    patchOf('listStockLevels', levelIds, (view: StockLevelsView, event, asked: StockFilter) =>
      applyToStockLevels(view, event, asked),
    ),
  ]
}
