import { z } from 'zod'
import type { EventDefinition, FactsOf } from './event'
import { categorySchema } from './product'
import { minorUnits } from './values'

/** What a cart remembers of an item, so that it can be shown without asking the catalogue. */
export const cartItemSchema = z.object({
  variantId: z.uuid(),
  productId: z.uuid(),
  slug: z.string(),
  name: z.string(),
  label: z.string(),
  picture: z.string(),
  category: categorySchema,
  unitPrice: minorUnits,
})
export type CartItem = z.infer<typeof cartItemSchema>

const quantity = z.int().positive()

/** The stream's key is the shopper's id: one cart a shopper, for life. */
export const cartEvents = {
  ItemAddedToCart: {
    stream: 'cart',
    shape: 1,
    schema: z.object({ item: cartItemSchema, quantity }),
  },
  ItemQuantityChanged: {
    stream: 'cart',
    shape: 1,
    schema: z.object({ variantId: z.uuid(), quantity, unitPrice: minorUnits }),
  },
  ItemRemovedFromCart: {
    stream: 'cart',
    shape: 1,
    schema: z.object({ variantId: z.uuid() }),
  },
  CartMerged: {
    stream: 'cart',
    shape: 1,
    schema: z.object({ from: z.uuid(), lines: z.array(z.object({ item: cartItemSchema, quantity })) }),
  },
  CartHandedOver: {
    stream: 'cart',
    shape: 1,
    schema: z.object({ to: z.uuid() }),
  },
  CartCheckedOut: {
    stream: 'cart',
    shape: 1,
    schema: z.object({ orderId: z.uuid() }),
  },
} satisfies Record<string, EventDefinition>

export type CartEvent = FactsOf<typeof cartEvents>
