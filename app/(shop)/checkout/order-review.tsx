'use client'

import { Amounts } from '@/app/_order/amounts'
import { Button } from '@/app/_ui/button'
import { Heading } from '@/app/_ui/heading'
import { LineItem, LineItems } from '@/app/_ui/line-item'
import { Link } from '@/app/_ui/link'
import { Price } from '@/app/_ui/price'
import { Stack } from '@/app/_ui/stack'
import { tintOf } from '@/app/_ui/tint'
import { useShopFacts } from '@/app/shop-facts'
import { orderAmounts } from '@/server/events/amounts'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import styles from './order-review.module.css'

type OrderReviewProps = { lines: readonly CartViewLine[]; form: string; isSending: boolean; isWaiting: boolean }

/** What is about to be ordered, what it costs, and the button that does it. */
export function OrderReview({ lines, form, isSending, isWaiting }: OrderReviewProps) {
  const { currency } = useShopFacts()
  return (
    <Stack gap="m">
      <div className={styles.head}>
        <Heading level={2}>Your order</Heading>
        <Link href="/cart">Change it</Link>
      </div>
      <LineItems label="What is ordered">
        {lines.map(({ variantId, picture, category, name, label, quantity, unitPrice }) => (
          <li key={variantId}>
            <LineItem
              picture={picture}
              tint={tintOf(category)}
              name={name}
              detail={
                <>
                  {label && <>{label} · </>}
                  {quantity} × <Price minor={unitPrice} currency={currency} size="s" />
                </>
              }
              amount={<Price minor={unitPrice * quantity} currency={currency} />}
            />
          </li>
        ))}
      </LineItems>
      <Amounts amounts={orderAmounts(lines)} currency={currency} />
      <Button
        type="submit"
        form={form}
        look="primary"
        wide
        pending={isSending}
        pendingLabel={isWaiting ? 'Waiting for the network…' : 'Placing the order…'}
      >
        Place order
      </Button>
      <p className={styles.small}>This is a demonstration shop: no money moves, and no parcel either.</p>
    </Stack>
  )
}
