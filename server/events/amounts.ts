import type { OrderAmounts } from './order'

/** Flat, in minor units. */
export const SHIPPING = 395
/** What is bought from here on is shipped free. */
export const FREE_SHIPPING_FROM = 5000

/**
 * What an order of these lines costs. Prices contain 20 % VAT, so a sixth of the total is tax, rounded half up.
 * Checkout shows what this says, and PlaceOrder charges it.
 */
export function orderAmounts(lines: readonly { quantity: number; unitPrice: number }[]): OrderAmounts {
  const sum = lines.reduce((total, line) => total + line.quantity * line.unitPrice, 0)
  const isFree = lines.length === 0 || sum >= FREE_SHIPPING_FROM
  const shipping = isFree ? 0 : SHIPPING
  const total = sum + shipping
  return { lines: sum, discount: 0, shipping, tax: Math.floor((total + 3) / 6), total }
}
