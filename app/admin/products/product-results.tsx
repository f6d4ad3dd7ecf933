'use client'

import { useView } from '@/app/_client/use-view'
import { ButtonLink } from '@/app/_ui/button-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { moneyText } from '@/app/_ui/money-text'
import { Pagination } from '@/app/_ui/pagination'
import { Stack } from '@/app/_ui/stack'
import { type Column, Table } from '@/app/_ui/table'
import type { Answer } from '@/server/engine/log/mark'
import type { ListedProduct } from '@/server/read/product-listing/listed-product.view'
import type { ProductListFilter, ProductListView } from '@/server/read/product-listing/product-list.view'
import { ResultCount } from '../_chrome/result-count'
import { OnHand } from '../stock/on-hand'
import { categoryName } from './category-words'
import { ItemCell } from './item-cell'
import { productsPath } from './product-filter'
import { SaleStatus } from './sale-status'

type ProductResultsProps = { initial: Answer<ProductListView>; filter: ProductListFilter }

/** One page of the products that the filter wants, and the way to the others. */
export function ProductResults({ initial, filter }: ProductResultsProps) {
  const { products, total, page, pageSize } = useView({ name: 'listProducts', input: filter, initial }).data
  return (
    <Stack>
      <ResultCount count={total} one="product" />
      <Table
        caption="Products"
        columns={columns}
        rows={products}
        rowKey={({ productId }) => productId}
        empty={
          <EmptyState
            title="No product is like that"
            actions={<ButtonLink href={productsPath({})}>All products</ButtonLink>}
          >
            Another word may find it, or another category. Names and SKUs are searched.
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(number) => productsPath({ ...filter, page: number })}
      />
    </Stack>
  )
}

const columns: Column<ListedProduct>[] = [
  {
    key: 'product',
    header: 'Product',
    card: 'title',
    share: 30,
    render: (product) => <ItemCell item={product} detail={versionsText(product)} />,
  },
  { key: 'category', header: 'Category', share: 15, render: ({ category }) => categoryName(category) },
  {
    key: 'status',
    header: 'Status',
    share: 20,
    render: ({ onSale }) => (onSale ? 'On sale' : <SaleStatus onSale={false} />),
  },
  { key: 'price', header: 'Price', align: 'end', card: 'end', share: 20, render: priceText },
  {
    key: 'stock',
    header: 'In stock',
    align: 'end',
    share: 15,
    render: ({ onSale, stock }) => (onSale ? <OnHand count={stock} /> : stock.toLocaleString('en-GB')),
  },
]

function versionsText({ variants }: ListedProduct): string {
  const [only] = variants
  return variants.length === 1 && only ? only.sku : `${variants.length} versions`
}

function priceText({ priceFrom, priceTo, currency }: ListedProduct): string {
  const from = moneyText(priceFrom, currency)
  return priceTo > priceFrom ? `${from} to ${moneyText(priceTo, currency)}` : from
}
