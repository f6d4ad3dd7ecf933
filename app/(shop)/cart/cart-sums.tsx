'use client'

import { Amounts } from '@/app/_order/amounts'
import { Heading } from '@/app/_ui/heading'
import { moneyText } from '@/app/_ui/money-text'
import { Stack } from '@/app/_ui/stack'
import { useShopFacts } from '@/app/shop-facts'
import { FREE_SHIPPING_FROM, orderAmounts } from '@/server/events/amounts'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import styles from './cart-sums.module.css'

/** What the cart comes to, and how far it is to free shipping. */
export function CartSums({ lines }: { lines: readonly CartViewLine[] }) {
  const { currency } = useShopFacts()
  const amounts = orderAmounts(lines)
  const short = FREE_SHIPPING_FROM - amounts.lines
  return (
    <Stack>
      <Heading level={2}>To pay</Heading>
      <Amounts amounts={amounts} currency={currency} />
      <p className={styles.hint}>
        {short > 0 ? `${moneyText(short, currency)} more, and shipping is free.` : 'Shipping is free from here on.'}
      </p>
    </Stack>
  )
}
