import type { OrderEvent } from '@/server/events/order'
import type { ProductEvent } from '@/server/events/product'
import { dayOf } from '../shop-day'

export type SalesEvent = Extract<OrderEvent, { type: 'OrderPlaced' | 'OrderCancelled' }>

export const SALES_EVENTS = ['OrderPlaced', 'OrderCancelled'] as const satisfies SalesEvent['type'][]

/** By which a product gets its name where its sales are listed. */
export type Creation = Extract<ProductEvent, { type: 'ProductCreated' }>

/** What more (or less) was sold of a product on a business day. */
export type Sale = { day: string; productId: string; quantity: number; amount: number }

/** A cancellation takes the lines out of the day on which they were ordered. */
export function salesOf(event: SalesEvent, timeZone: string): Sale[] {
  const isPlaced = event.type === 'OrderPlaced'
  const day = dayOf(isPlaced ? event.at : event.data.placedAt, timeZone)
  const sign = isPlaced ? 1 : -1
  return goodsOf(event).map(({ productId, quantity, amount }) => ({
    day,
    productId,
    quantity: sign * quantity,
    amount: sign * amount,
  }))
}

/** Charges sell neither well nor badly. Only a history has any, and nothing of a history is cancelled. */
function goodsOf(event: SalesEvent) {
  if (event.type === 'OrderCancelled') return event.data.lines
  return event.data.lines.filter(({ category }) => category !== 'charges')
}

export function toSoldProduct({ data: { productId, slug, name, picture, category } }: Creation) {
  return { productId, slug, name, picture, category }
}
