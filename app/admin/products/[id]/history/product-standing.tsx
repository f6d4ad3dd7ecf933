import { moneyText } from '@/app/_ui/money-text'
import { Stack } from '@/app/_ui/stack'
import { type Column, Table } from '@/app/_ui/table'
import type { ListedVariant } from '@/server/read/listed-variant'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'
import { SaleStatus } from '../../sale-status'

/** A product at a glance, as it stood: what each version cost, and how many were on the shelf. */
export function ProductStanding({ product: { onSale, variants, currency } }: { product: ProductPageView }) {
  return (
    <Stack gap="s">
      <SaleStatus onSale={onSale} />
      <Table
        caption="Versions, as they stood"
        columns={columnsIn(currency)}
        rows={variants}
        rowKey={({ variantId }) => variantId}
        phone="scroll"
      />
    </Stack>
  )
}

function columnsIn(currency: string): Column<ListedVariant>[] {
  return [
    { key: 'label', header: 'Version', card: 'title', render: ({ label, sku }) => label || sku },
    { key: 'price', header: 'Price', align: 'end', render: ({ price }) => moneyText(price, currency) },
    { key: 'stock', header: 'In stock', align: 'end', render: ({ stock }) => stock.toLocaleString('en-GB') },
  ]
}
