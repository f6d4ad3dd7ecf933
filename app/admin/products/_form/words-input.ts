import { z } from 'zod'
import { PICTURES } from '@/app/_ui/pictures'
import { CATEGORIES } from '@/server/events/product'
import { lineInput } from '../../_forms/inputs'

/** What is said of a product, new or not; in it, the commands' own limits in words. */
export const wordsInput = z.object({
  name: lineInput('Give it a name.', 120).refine((name) => name.length >= 2, 'A name has two letters at least.'),
  description: z
    .string({ error: 'Say what it is, what it is made of, and who will like it.' })
    .trim()
    .min(10, 'Say a little more about it.')
    .max(2000, 'At most 2,000 letters fit.'),
  category: z.enum(CATEGORIES, { error: 'Choose where it stands in the shop.' }),
  picture: z.enum(PICTURES, { error: 'Choose a picture.' }),
})
