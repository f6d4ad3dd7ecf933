'use client'

import { Amounts } from '@/app/_order/amounts'
import { paidBackOf } from '@/app/_order/paid-back'
import { Facts } from '@/app/_ui/facts'
import { Price } from '@/app/_ui/price'
import { Stack } from '@/app/_ui/stack'
import styles from './order-amounts.module.css'
import { type OrderAnswer, useOrder } from './use-order'

/** What the order adds up to, each amount apart, and what went back of it. */
export function OrderAmounts({ initial }: { initial: OrderAnswer }) {
  const order = useOrder(initial)
  const { amounts, currency } = order
  const refunded = paidBackOf(order)
  return (
    <Stack className={styles.amounts}>
      <Amounts amounts={amounts} currency={currency} />
      {refunded > 0 && (
        <Facts
          layout="sums"
          items={[
            {
              label: 'Refunded',
              value: (
                <>
                  −<Price minor={refunded} currency={currency} />
                </>
              ),
            },
            { label: 'Kept', value: <Price minor={amounts.total - refunded} currency={currency} /> },
          ]}
        />
      )}
    </Stack>
  )
}
