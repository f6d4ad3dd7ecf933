import { refuse } from '../rejections'
import type { CheckoutLine } from './checkout'

/** A line of the order as the buyer saw it. */
export type SeenLine = { variantId: string; quantity: number; unitPrice: number }

/**
 * Why the cart cannot be ordered as the buyer saw it, with what is true now; null when it can. What a buyer must decide
 * first comes first: what is in the cart, what can be had at all, for how much, how many.
 */
export function whyNotAsSeen(lines: readonly CheckoutLine[], seen: readonly SeenLine[]) {
  if (lines.length === 0) return refuse('CartIsEmpty')
  const seenOf = new Map(seen.map((line) => [line.variantId, line]))
  const isSame =
    seen.length === lines.length && lines.every((one) => seenOf.get(one.variantId)?.quantity === one.quantity)
  if (!isSame) return refuse('CartHasChanged', { lines: lines.map(inCart) })

  const gone = lines.filter((line) => !line.onSale)
  if (gone.length > 0) return refuse('ProductDiscontinued', { lines: gone.map(named) })

  const repriced = lines.flatMap((line) => {
    const was = seenOf.get(line.variantId)?.unitPrice ?? line.unitPrice
    return was === line.unitPrice ? [] : [{ ...named(line), was, now: line.unitPrice }]
  })
  if (repriced.length > 0) return refuse('PriceHasChanged', { lines: repriced })

  const short = lines.filter((line) => line.quantity > line.inStock)
  if (short.length > 0)
    return refuse('OutOfStock', {
      lines: short.map((line) => ({ ...named(line), wanted: line.quantity, inStock: line.inStock })),
    })
  return null
}

const named = ({ variantId, name, label }: CheckoutLine) => ({ variantId, name, label })
const inCart = (line: CheckoutLine) => ({ ...named(line), quantity: line.quantity, unitPrice: line.unitPrice })
