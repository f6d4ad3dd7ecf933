import { z } from 'zod'
import type { EventDefinition, FactsOf } from './event'
import { minorUnits, units } from './values'

export const CATEGORIES = ['outdoors', 'wear', 'kitchen', 'pantry', 'home', 'garden', 'play', 'gear'] as const
/**
 * What only an imported history names: `past` holds goods of which no category is known, `charges` what is no goods at
 * all, such as postage and fees. Charges are revenue, and nothing that sells well or badly.
 */
export const CATEGORIES_OF_HISTORY = ['past', 'charges'] as const
export const categorySchema = z.enum([...CATEGORIES, ...CATEGORIES_OF_HISTORY])
export type Category = z.infer<typeof categorySchema>

/** Whether something only stands in the books, and in no department of the shop. */
export function isOfHistory(category: Category): boolean {
  return CATEGORIES_OF_HISTORY.some((one) => one === category)
}

/** What the shop says and shows of a product: what can be revised while it is on sale. The address of its page stays. */
const wordsSchema = z.object({
  name: z.string(),
  description: z.string(),
  category: categorySchema,
  picture: z.string(),
})
export const PRODUCT_WORDS = wordsSchema.keyof().options
export type ProductWords = z.infer<typeof wordsSchema>

/** Why there are more or fewer than was thought. */
export const CORRECTION_REASONS = ['counted', 'damaged', 'lost'] as const
export type CorrectionReason = (typeof CORRECTION_REASONS)[number]

const variantSchema = z.object({
  variantId: z.uuid(),
  sku: z.string(),
  label: z.string(),
  price: minorUnits,
  stock: units,
})

/** What it was called when it happened; null where nobody wrote that down. */
const calledThen = { name: z.string().nullable() }
const versionCalledThen = { ...calledThen, label: z.string().nullable() }
/** Shape 1 named nothing but ids, so that a line of the shop's feed could not say what it was about. */
const withoutName = <Former>(former: Former) => ({ ...former, name: null })
const withoutNames = <Former>(former: Former) => ({ ...former, name: null, label: null })

export const productEvents = {
  ProductCreated: {
    stream: 'product',
    shape: 1,
    schema: z.object({
      productId: z.uuid(),
      slug: z.string(),
      ...wordsSchema.shape,
      currency: z.string(),
      onSale: z.boolean(),
      variants: z.array(variantSchema),
    }),
  },
  /** `from` and `to` have the words that changed, and no others. */
  ProductRevised: {
    stream: 'product',
    shape: 1,
    schema: z.object({ productId: z.uuid(), ...calledThen, from: wordsSchema.partial(), to: wordsSchema.partial() }),
  },
  PriceChanged: {
    stream: 'product',
    shape: 2,
    upcasters: [withoutNames],
    schema: z.object({
      productId: z.uuid(),
      variantId: z.uuid(),
      ...versionCalledThen,
      from: minorUnits,
      to: minorUnits,
      reason: z.string(),
    }),
  },
  ProductRestocked: {
    stream: 'product',
    shape: 2,
    upcasters: [withoutNames],
    schema: z.object({ productId: z.uuid(), variantId: z.uuid(), ...versionCalledThen, quantity: units }),
  },
  /** `by`: how many more there are; fewer are below nought. */
  StockCorrected: {
    stream: 'product',
    shape: 1,
    schema: z.object({
      productId: z.uuid(),
      variantId: z.uuid(),
      ...versionCalledThen,
      by: z.int(),
      reason: z.enum(CORRECTION_REASONS),
    }),
  },
  ProductDiscontinued: {
    stream: 'product',
    shape: 2,
    upcasters: [withoutName],
    schema: z.object({ productId: z.uuid(), ...calledThen, reason: z.string() }),
  },
} satisfies Record<string, EventDefinition>

export type ProductEvent = FactsOf<typeof productEvents>
