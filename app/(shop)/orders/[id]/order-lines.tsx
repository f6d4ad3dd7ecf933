import { productPath } from '@/app/_catalogue/departments'
import { LineItem, LineItems } from '@/app/_ui/line-item'
import { Link } from '@/app/_ui/link'
import { Price } from '@/app/_ui/price'
import { tintOf } from '@/app/_ui/tint'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'

/** What was ordered, at the prices of then. */
export function OrderLines({ order: { lines, currency } }: { order: OrderDetailView }) {
  return (
    <LineItems label="What was ordered">
      {lines.map(({ variantId, slug, name, label, picture, category, quantity, unitPrice, amount }) => (
        <li key={variantId}>
          <LineItem
            picture={picture}
            tint={tintOf(category)}
            name={<Link href={productPath(slug)}>{name}</Link>}
            detail={
              <>
                {label && <>{label} · </>}
                {quantity} × <Price minor={unitPrice} currency={currency} size="s" />
              </>
            }
            amount={<Price minor={amount} currency={currency} />}
          />
        </li>
      ))}
    </LineItems>
  )
}
