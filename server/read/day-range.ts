import { z } from 'zod'
import { addDays } from './shop-day'

const MOST_DAYS = 7500

/** A range of business days, both ends included. */
export const dayRange = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, 'The range ends before it begins')
  .refine(({ from, to }) => to < addDays(from, MOST_DAYS), `The range has more than ${MOST_DAYS} days`)
