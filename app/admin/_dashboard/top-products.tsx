'use client'

import { useView } from '@/app/_client/use-view'
import { Price } from '@/app/_ui/price'
import { type Column, Table } from '@/app/_ui/table'
import { useShopFacts } from '@/app/shop-facts'
import type { Answer } from '@/server/engine/log/mark'
import type { TopProduct, TopProductsView } from '@/server/read/top-products/top-products.view'
import { Section } from '../_chrome/section'
import { ItemCell } from '../products/item-cell'

type TopProductsProps = { asked: { from: string; to: string; limit: number }; initial: Answer<TopProductsView> }

export function TopProducts({ asked, initial }: TopProductsProps) {
  const { currency } = useShopFacts()
  const { products } = useView({ name: 'listTopProducts', input: asked, initial }).data
  return (
    <Section title="Top products">
      <Table
        caption="Products by what was sold of them"
        columns={columnsIn(currency)}
        rows={products}
        rowKey={({ productId }) => productId}
        phone="scroll"
        empty={<p>Nothing was sold in these days.</p>}
      />
    </Section>
  )
}

function columnsIn(currency: string): Column<TopProduct>[] {
  return [
    { key: 'item', header: 'Product', card: 'title', render: (product) => <ItemCell item={product} /> },
    { key: 'quantity', header: 'Sold', align: 'end', render: ({ quantity }) => quantity.toLocaleString('en-GB') },
    {
      key: 'amount',
      header: 'Amount',
      align: 'end',
      card: 'end',
      render: ({ amount }) => <Price minor={amount} currency={currency} />,
    },
  ]
}
