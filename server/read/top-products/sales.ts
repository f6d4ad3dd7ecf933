import type { OrderEvent } from '@/server/events/order'
import type { Category, ProductEvent } from '@/server/events/product'
import { dayOf } from '../shop-day'

export type SalesEvent = Extract<OrderEvent, { type: 'OrderPlaced' | 'OrderCancelled' }>

export const SALES_EVENTS = ['OrderPlaced', 'OrderCancelled'] as const satisfies SalesEvent['type'][]

/** By which a product gets its name where its sales are listed, and another one. */
export type Creation = Extract<ProductEvent, { type: 'ProductCreated' }>
export type Revision = Extract<ProductEvent, { type: 'ProductRevised' }>
export type Naming = Creation | Revision

export const NAMING_EVENTS = ['ProductCreated', 'ProductRevised'] as const satisfies Naming['type'][]

export function isNaming(event: Naming | SalesEvent): event is Naming {
  return NAMING_EVENTS.some((type) => type === event.type)
}

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

/** What a product is called where its sales are listed. */
export type SoldProduct = { productId: string; slug: string; name: string; picture: string; category: Category }

export function applyToSoldProduct<Sold extends SoldProduct>(product: Sold, event: Revision): Sold
export function applyToSoldProduct(product: SoldProduct | null, event: Naming): SoldProduct | null
export function applyToSoldProduct(product: SoldProduct | null, event: Naming): SoldProduct | null {
  if (event.type === 'ProductCreated') {
    const { productId, slug, name, picture, category } = event.data
    return { productId, slug, name, picture, category }
  }
  if (product?.productId !== event.data.productId) return product
  const { description: _, ...shown } = event.data.to
  return { ...product, ...shown }
}
