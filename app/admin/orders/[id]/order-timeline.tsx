'use client'

import { Timeline } from '@/app/_ui/timeline'
import { useShopFacts } from '@/app/shop-facts'
import { momentsOf } from './order-moments'
import { type OrderAnswer, useOrder } from './use-order'

export function OrderTimeline({ initial }: { initial: OrderAnswer }) {
  const { timeZone } = useShopFacts()
  return <Timeline label="What happened" moments={momentsOf(useOrder(initial), timeZone)} />
}
