'use client'

import { useView } from '@/app/_client/use-view'
import type { Answer } from '@/server/engine/log/mark'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'

export type OrderAnswer = Answer<OrderDetailView | null>

/** Whether what is shown of the order is not the last word. */
export function useIsSeenTo(initial: OrderAnswer): boolean {
  const orderId = initial.data?.orderId ?? ''
  return useView({ name: 'findOrder', input: { orderId }, initial }).parked?.includes(orderId) ?? false
}

/** The order of this page, with own work on it. The page has made sure that there is one. */
export function useOrder(initial: OrderAnswer): OrderDetailView {
  const orderId = initial.data?.orderId ?? ''
  const { data } = useView({ name: 'findOrder', input: { orderId }, initial })
  if (!data) throw new Error(`Order ${orderId} was there, and is no more.`)
  return data
}
