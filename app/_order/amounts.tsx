import { Facts } from '@/app/_ui/facts'
import { Price } from '@/app/_ui/price'
import type { OrderAmounts } from '@/server/events/order'

/** What an order costs, each part apart. Prices contain their tax, so it is named and not added. */
export function Amounts({ amounts, currency }: { amounts: OrderAmounts; currency: string }) {
  const { lines, discount, shipping, tax, total } = amounts
  const price = (minor: number) => <Price minor={minor} currency={currency} />
  return (
    <Facts
      layout="sums"
      items={[
        { label: 'Items', value: price(lines) },
        ...(discount > 0 ? [{ label: 'Discount', value: <>−{price(discount)}</> }] : []),
        { label: 'Shipping', value: shipping > 0 ? price(shipping) : 'Free' },
        { label: 'VAT, included', value: price(tax) },
        { label: 'Total', value: price(total) },
      ]}
    />
  )
}
