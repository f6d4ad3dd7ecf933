'use server'

import { redirect } from 'next/navigation'
import { ask } from '@/app/_server/ask'
import { issueByForm } from '@/app/_server/issue-by-form'
import type { Rejection } from '@/server/engine/commands/command'
import { findOrder } from '@/server/read/order-detail/order-detail.query'
import { orderAgainPath, orderPath } from '../order-path'
import { BY_THE_BUYER } from './by-the-buyer'

/** Cancels an order where no script runs. Answers only where the shop says no. */
export async function cancelByForm(_before: Rejection | null, form: FormData): Promise<Rejection | null> {
  const orderId = String(form.get('orderId'))
  const reply = await issueByForm(form, 'CancelOrder', { orderId, reason: BY_THE_BUYER })
  if (!reply.ok) return reply.rejection
  redirect(orderPath(encodeURIComponent(orderId)))
}

/** Puts everything of an own order into the cart again, as far as it can be had; the cart shows how far that is. */
export async function putBackByForm(form: FormData): Promise<void> {
  await putBack(form)
  redirect('/cart')
}

/** Puts everything of an own order into the cart again, and goes on to the checkout. */
export async function tryAnotherCardByForm(form: FormData): Promise<void> {
  const orderId = await putBack(form)
  redirect(orderAgainPath(encodeURIComponent(orderId)))
}

async function putBack(form: FormData): Promise<string> {
  const orderId = String(form.get('orderId'))
  const { data: order } = await ask(findOrder, { orderId })
  for (const { variantId, quantity } of order?.lines ?? []) {
    await issueByForm(form, 'AddItemToCart', { variantId, quantity })
  }
  return orderId
}
