import { z } from 'zod'

/**
 * What people enter, held to more than the log asks for. The commands check it, and the forms of the browser check the
 * same before they send it.
 */

/** The most of one item that a cart takes. */
export const MOST_OF_ONE_ITEM = 99

/** An id as the log writes it: ids are compared as text. */
export const idInput = z.uuid().toLowerCase()

/** What somebody typed, without what PostgreSQL keeps in no text: NUL, and halves of signs. */
export const typedInput = z.string().overwrite((typed) =>
  typed
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '')
    .trim(),
)

const text = (most: number) => typedInput.min(1).max(most)

export const quantityInput = z.int().min(1).max(MOST_OF_ONE_ITEM)

/** In minor units; a million pounds at most. */
export const priceInput = z.int().min(0).max(100_000_000)

/** Two that are the same but for capitals and blanks around them are one on any shelf. */
export const foldSku = (sku: string): string => sku.trim().toLowerCase()

/** Why a merchant or a shopper does it, in their words. */
export const reasonInput = text(200)

export const emailInput = z.string().trim().toLowerCase().max(200).pipe(z.email())

export const contactInput = z.object({ name: text(100), email: emailInput })

export const addressInput = z.object({
  name: text(100),
  line1: text(120),
  line2: typedInput.max(120).default(''),
  city: text(80),
  postcode: text(20),
  country: z.string().regex(/^[A-Z]{2}$/, 'a country code of two capital letters'),
})

/** What the payment provider made of a card. The card itself goes nowhere else. */
export const paymentInput = z.object({ token: text(200), brand: text(30), last4: z.string().regex(/^\d{4}$/) })
