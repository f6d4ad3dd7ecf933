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

const askOrder = cache((orderId: string) => ask(findOrder, { orderId }))

export async function generateMetadata({ params }: OrderRouteProps): Promise<Metadata> {
  const { id } = await params
  const orderId = idInput.safeParse(id).data
  return { title: orderId ? `Order ${orderNumber(orderId)}` : 'Order', robots: { index: false } }
}

/**
 * One order. Right after it was placed (`?placed`) no answer may have it yet, and only the browser that placed it knows
 * of it. Without that word, or asked by a browser that has done nothing here, an order that is not there is not found.
 */
export default async function OrderRoute({ params, searchParams }: OrderRouteProps) {
  const { data: orderId } = idInput.safeParse((await params).id)
  const { placed, ask: asked } = await searchParams
  const isPlaced = placed !== undefined
  if (!orderId) notFound()
  const initial = await askOrder(orderId)
  const isSeenTo = initial.parked?.includes(orderId)
  if (!initial.data && !isSeenTo && !(isPlaced && (await hasOwnWork()))) notFound()
  return (
    <OrderPage
      orderId={orderId}
      initial={initial}
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
