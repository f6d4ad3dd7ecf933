import type { OrderEvent } from '@/server/events/order'
import type { ProductEvent } from '@/server/events/product'

/** A variant as shops show it. Price in minor units, tax included; stock in units that can be sold now. */
export type ListedVariant = { variantId: string; sku: string; label: string; price: number; stock: number }

/** What changes a product's variants: the catalogue's own events, and the orders that take from its shelf. */
export type CatalogueEvent = ProductEvent | Extract<OrderEvent, { type: 'OrderPlaced' | 'OrderCancelled' }>

export const CATALOGUE_EVENTS = [
  'ProductCreated',
  'ProductRevised',
  'PriceChanged',
  'ProductRestocked',
  'StockCorrected',
  'ProductDiscontinued',
  'OrderPlaced',
  'OrderCancelled',
] as const satisfies CatalogueEvent['type'][]

/** The products that an event changes. An imported order took nothing from this shelf. */
export function productsOf(event: CatalogueEvent): string[] {
  switch (event.type) {
    case 'OrderPlaced':
      return event.data.origin === 'history' ? [] : distinctProducts(event.data.lines)
    case 'OrderCancelled':
      return distinctProducts(event.data.lines)
    default:
      return [event.data.productId]
  }
}

function distinctProducts(lines: readonly { productId: string }[]): string[] {
  return [...new Set(lines.map((line) => line.productId))]
}

/** The variants of one product after the event. */
export function applyToVariants(variants: ListedVariant[], event: CatalogueEvent): ListedVariant[] {
  switch (event.type) {
    case 'ProductCreated':
      return event.data.variants
    case 'PriceChanged': {
      const { variantId, to } = event.data
      return variants.map((one) => (one.variantId === variantId ? { ...one, price: to } : one))
    }
    case 'ProductRestocked':
      return withStock(variants, [event.data], 1)
    case 'StockCorrected':
      return withStock(variants, [{ ...event.data, quantity: event.data.by }], 1)
    case 'OrderPlaced':
      return event.data.origin === 'history' ? variants : withStock(variants, event.data.lines, -1)
    case 'OrderCancelled':
      return withStock(variants, event.data.lines, 1)
    case 'ProductRevised':
    case 'ProductDiscontinued':
      return variants
  }
}

function withStock(
  variants: ListedVariant[],
  moved: readonly { variantId: string; quantity: number }[],
  sign: 1 | -1,
): ListedVariant[] {
  return moved.reduce(
    (after, { variantId, quantity }) =>
      after.map((one) => (one.variantId === variantId ? { ...one, stock: one.stock + sign * quantity } : one)),
    variants,
  )
}
