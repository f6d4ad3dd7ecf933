import { customer, idOf } from '../testing'
import type { CheckoutLine } from './checkout'
import type { RefundableOrder } from './order'

/** A customer's order of £45.00 that is paid, unless it is said otherwise. */
export function order(changes: Partial<RefundableOrder> = {}): RefundableOrder {
  return {
    orderId: idOf(1),
    number: 'TM-00000-00001',
    shopperId: customer.id,
    origin: 'shop',
    status: 'paid',
    currency: 'GBP',
    total: 4500,
    placedAt: '2026-05-01T10:00:00.000Z',
    refunded: 0,
    payment: { paymentId: idOf(2), status: 'authorised' },
    ...changes,
  }
}

export const unpaid = (changes: Partial<RefundableOrder> = {}) =>
  order({ status: 'awaiting-payment', payment: { paymentId: idOf(2), status: 'pending' }, ...changes })

/** Two lanterns in the cart at £45.00, and five on the shelf. */
export function checkoutLine(changes: Partial<CheckoutLine> = {}): CheckoutLine {
  return {
    variantId: idOf(11),
    productId: idOf(10),
    slug: 'storm-lantern',
    sku: 'LANTERN',
    name: 'Storm lantern',
    label: 'Brass',
    picture: 'lantern',
    category: 'outdoors',
    quantity: 2,
    unitPrice: 4500,
    currency: 'GBP',
    onSale: true,
    inStock: 5,
    ...changes,
  }
}
