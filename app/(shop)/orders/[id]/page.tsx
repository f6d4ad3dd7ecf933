import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { newId } from '@/app/_client/commands/new-id'
import { ask } from '@/app/_server/ask'
import { ownWork } from '@/app/_server/own-work'
import { idInput } from '@/server/events/inputs'
import { orderNumber } from '@/server/events/order-number'
import { findOrder } from '@/server/read/order-detail/order-detail.query'
import { countryOptions } from '../../_forms/countries'
import { OrderPage } from './order-page'

type OrderRouteProps = { params: Promise<{ id: string }>; searchParams: Promise<{ placed?: string; ask?: string }> }

/**
 * Once for the page and its title. Right after it was placed (`?placed`) no answer may have it yet, and only the browser
 * that placed it knows of it. Without that word, or asked by a browser that has done nothing here, an order that is not
 * there is not found.
 */
const askOrder = cache(async (id: string, isPlaced: boolean) => {
  const { data: orderId } = idInput.safeParse(id)
  if (!orderId) return null
  const answer = await ask(findOrder, { orderId })
  const isSeenTo = answer.parked?.includes(orderId)
  return answer.data || isSeenTo || (isPlaced && (await hasOwnWork())) ? { orderId, answer } : null
})

export async function generateMetadata({ params, searchParams }: OrderRouteProps): Promise<Metadata> {
  const { id } = await params
  const { placed } = await searchParams
  const found = await askOrder(id, placed !== undefined)
  return { title: found ? `Order ${orderNumber(found.orderId)}` : 'Order not found', robots: { index: false } }
}

export default async function OrderRoute({ params, searchParams }: OrderRouteProps) {
  const { placed, ask: asked } = await searchParams
  const isPlaced = placed !== undefined
  const found = await askOrder((await params).id, isPlaced)
  if (!found) notFound()
  return (
    <OrderPage
      orderId={found.orderId}
      initial={found.answer}
      isPlaced={isPlaced}
      countries={countryOptions}
      form={{ page: newId(), isAsked: asked === 'cancel' }}
    />
  )
}

/** Whether the browser says that it has issued anything lately. */
async function hasOwnWork(): Promise<boolean> {
  const { tokens, open } = await ownWork()
  return tokens.length > 0 || open.length > 0
}
