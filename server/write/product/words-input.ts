import { z } from 'zod'
import { typedInput } from '@/server/events/inputs'
import { CATEGORIES } from '@/server/events/product'

/** What a merchant says of a product that is for sale here, when it is created and when it is revised. */
export const wordsInput = z.object({
  name: typedInput.min(2).max(120),
  description: typedInput.min(10).max(2000),
  category: z.enum(CATEGORIES),
  picture: z.string().regex(/^[a-z0-9-]+$/),
})
