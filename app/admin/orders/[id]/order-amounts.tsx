'use client'

import type { Fact } from '@/app/_ui/facts'
import { Facts } from '@/app/_ui/facts'
import { Price } from '@/app/_ui/price'
import { Stack } from '@/app/_ui/stack'
import styles from './order-amounts.module.css'
import { type OrderAnswer, useOrder } from './use-order'

/** What the order adds up to, each amount apart, and what went back of it. */
export function OrderAmounts({ initial }: { initial: OrderAnswer }) {
  const { amounts, refunds, currency } = useOrder(initial)
  const { lines, discount, shipping, tax, total } = amounts
  const refunded = refunds.reduce((sum, { amount }) => sum + amount, 0)
  const sum = (label: string, minor: number): Fact => ({ label, value: <Price minor={minor} currency={currency} /> })
  const less = (label: string, minor: number) => (minor > 0 ? [sum(label, -minor)] : [])
  return (
    <Stack className={styles.amounts}>
      <Facts
        layout="sums"
        items={[sum('Items', lines), ...less('Discount', discount), sum('Shipping', shipping), sum('Total', total)]}
      />
      <p className={styles.tax}>
        Of this, <Price minor={tax} currency={currency} size="s" /> is VAT.
      </p>
      {refunded > 0 && <Facts layout="sums" items={[sum('Refunded', -refunded), sum('Kept', total - refunded)]} />}
    </Stack>
  )
}
