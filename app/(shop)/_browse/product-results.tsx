import { CardGrid } from '@/app/_ui/card-grid'
import { Pagination } from '@/app/_ui/pagination'
import { Stack } from '@/app/_ui/stack'
import type { ProductSearchView } from '@/server/read/product-listing/product-search.view'
import { ProductTile } from '../_product/product-tile'
import { type Browsing, browsingPath } from './browsing'

/** The pictures of the first rows are seen at once. */
const EAGER = 8

type ProductResultsProps = { label: string; path: string; browsing: Browsing; found: ProductSearchView }

/** One page of products, and the way to the others. */
export function ProductResults({ label, path, browsing, found }: ProductResultsProps) {
  const { products, total, page, pageSize } = found
  return (
    <Stack gap="xl">
      <CardGrid label={label}>
        {products.map((product, place) => (
          <ProductTile key={product.productId} product={product} eager={place < EAGER} grows level={2} />
        ))}
      </CardGrid>
      <Pagination
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(number) => browsingPath(path, { ...browsing, page: number })}
      />
    </Stack>
  )
}
