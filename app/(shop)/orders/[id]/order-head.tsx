'use client'

import { useState } from 'react'
import { isOrderPaidBack } from '@/app/_order/paid-back'
import { Breadcrumbs } from '@/app/_ui/breadcrumbs'
import { DateTime } from '@/app/_ui/date-time'
import { PageHead } from '@/app/_ui/page-head'
import { useShopFacts } from '@/app/shop-facts'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { OrderStanding } from '../order-standing'
import styles from './order-head.module.css'

/** Which order it is and where it stands; right after it was placed, a word of thanks, or that it is not paid. */
export function OrderHead({ order, isPlaced }: { order: OrderDetailView; isPlaced: boolean }) {
  const { timeZone } = useShopFacts()
  const { number, placedAt, status, contact, payment } = order
  const placed = <DateTime utc={placedAt} timeZone={timeZone} />
  // As the page was come to: words that change their length under the eye would move what stands beside them.
  const [isThanked] = useState(isPlaced && status !== 'cancelled')
  return (
    <PageHead
      before={<Breadcrumbs items={[{ href: '/orders', label: 'Your orders' }, { label: number }]} />}
      title={
        isThanked ? (
          <span className={styles.greeting}>{payment.status === 'declined' ? 'Not paid' : 'Thank you'}</span>
        ) : (
          <>
            Order <span className={styles.number}>{number}</span>
          </>
        )
      }
      aside={<OrderStanding status={status} isPaidBack={isOrderPaidBack(order)} />}
      lead={
        isPlaced ? (
          <>
            Order {number} was placed on {placed}
            {contact && <> for {contact.email}</>}. This page stays, and says how it goes on.
          </>
        ) : (
          <>Placed on {placed}</>
        )
      }
    />
  )
}
