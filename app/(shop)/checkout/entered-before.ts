import 'server-only'
import { whoIsAsking } from '@/app/_server/actor'
import { ask } from '@/app/_server/ask'
import { idInput } from '@/server/events/inputs'
import type { Address } from '@/server/events/values'
import { findOrder } from '@/server/read/order-detail/order-detail.query'

/** What a buyer entered for an order of theirs, without the card. */
export type EnteredBefore = { email: string; address: Address }

/** What was entered for this order, where whoever asks has placed it. Staff see every order, and enter nobody's address. */
export async function enteredBefore(again: unknown): Promise<EnteredBefore | null> {
  const { data: orderId } = idInput.safeParse(again)
  if (!orderId) return null
  const [{ actor }, { data: order }] = await Promise.all([whoIsAsking(), ask(findOrder, { orderId })])
  if (order?.shopperId !== actor.id || !order.contact || !order.address) return null
  return { email: order.contact.email, address: order.address }
}
