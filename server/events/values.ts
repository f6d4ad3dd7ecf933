import { z } from 'zod'

/** Money in the smallest unit of its currency: pence, cents. */
export const minorUnits = z.int().nonnegative()

/** Whole things that can be counted. */
export const units = z.int().nonnegative()

/** A postal address; `country` is ISO 3166-1 alpha-2. */
export const addressSchema = z.object({
  name: z.string(),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  postcode: z.string(),
  country: z.string(),
})
export type Address = z.infer<typeof addressSchema>

/** Whom an order is confirmed to. */
export const contactSchema = z.object({ name: z.string(), email: z.string() })
export type Contact = z.infer<typeof contactSchema>
