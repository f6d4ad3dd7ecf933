import { z } from 'zod'
import type { EventDefinition, FactsOf } from './event'
import { minorUnits, units } from './values'

export const CATEGORIES = ['outdoors', 'wear', 'kitchen', 'pantry', 'home', 'garden', 'play', 'gear'] as const
/** `past` holds what an imported history names and no category is known of. */
export const categorySchema = z.enum([...CATEGORIES, 'past'])
export type Category = z.infer<typeof categorySchema>

const variantSchema = z.object({
  variantId: z.uuid(),
  sku: z.string(),
  label: z.string(),
  price: minorUnits,
  stock: units,
})

export const productEvents = {
  ProductCreated: {
    stream: 'product',
    shape: 1,
    schema: z.object({
      productId: z.uuid(),
      slug: z.string(),
      name: z.string(),
      description: z.string(),
      category: categorySchema,
      picture: z.string(),
      currency: z.string(),
      onSale: z.boolean(),
      variants: z.array(variantSchema),
    }),
  },
  PriceChanged: {
    stream: 'product',
    shape: 1,
    schema: z.object({
      productId: z.uuid(),
      variantId: z.uuid(),
      from: minorUnits,
      to: minorUnits,
      reason: z.string(),
    }),
  },
  ProductRestocked: {
    stream: 'product',
    shape: 1,
    schema: z.object({ productId: z.uuid(), variantId: z.uuid(), quantity: units }),
  },
  ProductDiscontinued: {
    stream: 'product',
    shape: 1,
    schema: z.object({ productId: z.uuid(), reason: z.string() }),
  },
} satisfies Record<string, EventDefinition>

export type ProductEvent = FactsOf<typeof productEvents>
