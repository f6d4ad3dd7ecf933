'use client'

import { Price } from '@/app/_ui/price'
import { type Column, Table } from '@/app/_ui/table'
import { itemName } from '@/app/_words/words-for'
import type { ListedVariant } from '@/server/read/listed-variant'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'
import { OnHand } from '../../stock/on-hand'
import { ChangePriceButton } from '../change-price-button'
import { CorrectStockButton } from '../correct-stock-button'
import { ItemActions } from '../item-actions'
import { RestockButton } from '../restock-button'
import { type ProductAnswer, useProduct } from './use-product'

/** The versions of the product: what each costs, how many there are, and how to change that. */
export function VariantTable({ initial }: { initial: ProductAnswer }) {
  const product = useProduct(initial)
  return (
    <Table
      caption="Versions"
      columns={columnsOf(product)}
      rows={product.variants}
      rowKey={({ variantId }) => variantId}
    />
  )
}

function columnsOf({ productId, name, currency, onSale }: ProductPageView): Column<ListedVariant>[] {
  const facts: Column<ListedVariant>[] = [
    { key: 'label', header: 'Version', card: 'title', render: ({ label }) => label || 'The only one' },
    { key: 'sku', header: 'SKU', render: ({ sku }) => sku },
    {
      key: 'price',
      header: 'Price',
      align: 'end',
      card: 'end',
      render: ({ price }) => <Price minor={price} currency={currency} />,
    },
    {
      key: 'stock',
      header: 'In stock',
      align: 'end',
      render: ({ stock }) => (onSale ? <OnHand count={stock} /> : stock.toLocaleString('en-GB')),
    },
  ]
  if (!onSale) return facts
  const actions: Column<ListedVariant> = {
    key: 'actions',
    header: <span className="spoken">Actions</span>,
    align: 'end',
    render: ({ variantId, label, price, stock }) => {
      const item = { productId, variantId, name: itemName({ name, label }) }
      return (
        <ItemActions>
          <ChangePriceButton item={{ ...item, price, currency }} />
          <RestockButton item={{ ...item, onHand: stock }} />
          <CorrectStockButton item={{ ...item, onHand: stock }} />
        </ItemActions>
      )
    },
  }
  return [...facts, actions]
}
