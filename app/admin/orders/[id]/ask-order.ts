import 'server-only'
import { cache } from 'react'
import { ask } from '@/app/_server/ask'
import { idInput } from '@/server/events/inputs'
import { orderNumber } from '@/server/events/order-number'
import { findOrder } from '@/server/read/order-detail/order-detail.query'
import { requireStaff } from '../../require-staff'

/** Once for a page and its title. */
export const askOrder = cache(async (id: string) => {
  await requireStaff()
  const { data: orderId } = idInput.safeParse(id)
  return orderId ? ask(findOrder, { orderId }) : null
})

/** What titles call it; nothing where there is no such order. */
export async function askOrderNumber(orderId: string): Promise<string | undefined> {
  const answer = await askOrder(orderId)
  const isSeenTo = answer?.parked?.includes(orderId.toLowerCase())
  return answer?.data?.number ?? (isSeenTo ? orderNumber(orderId) : undefined)
}
