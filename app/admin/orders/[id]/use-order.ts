'use client'

import { useView } from '@/app/_client/use-view'
import type { Answer } from '@/server/engine/mark'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'

export type OrderAnswer = Answer<OrderDetailView | null>

/** The order of this page, with own work on it. The page has made sure that there is one. */
export function useOrder(initial: OrderAnswer): OrderDetailView {
  const orderId = initial.data?.orderId ?? ''
  const { data } = useView({ name: 'findOrder', input: { orderId }, initial })
  if (!data) throw new Error(`Order ${orderId} was there, and is no more.`)
  return data
}
