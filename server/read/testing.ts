import type { Recorded } from '@/server/engine/log/event'
import type { OrderLine } from '@/server/events/order'
import { PRODUCT_WORDS, type ProductEvent } from '@/server/events/product'
import type { ShopEvent } from '@/server/events/registry'

/** Ids that can be told apart at a glance. */
export const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const ada = { kind: 'customer', id: idOf(901) }
export const bea = { kind: 'customer', id: idOf(902) }
export const merchant = { kind: 'staff', id: idOf(903) }
export const NOON = '2026-05-04T12:00:00.000Z'

type EventOf<Type extends ShopEvent['type']> = Extract<ShopEvent, { type: Type }>
type DataOf<Type extends ShopEvent['type']> = EventOf<Type>['data']

function fact<Type extends ShopEvent['type']>(type: Type, key: string, data: DataOf<Type>, at = NOON): EventOf<Type> {
  return { type, key, at, data } as EventOf<Type>
}

/** A lantern in two colours, at £45.00 and £50.00, five and three of them. Its variants are 10·n + 1 and 10·n + 2. */
export function created(n = 1, changes: Partial<DataOf<'ProductCreated'>> = {}, at?: string) {
  const productId = idOf(10 * n)
  const variants = [
    { variantId: idOf(10 * n + 1), sku: `LANTERN-${n}-B`, label: 'Brass', price: 4500, stock: 5 },
    { variantId: idOf(10 * n + 2), sku: `LANTERN-${n}-C`, label: 'Copper', price: 5000, stock: 3 },
  ]
  const words = { slug: `lantern-${n}`, name: `Storm lantern ${n}`, description: 'Burns in any wind.' }
  const data = {
    productId,
    ...words,
    category: 'outdoors',
    picture: 'lantern',
    currency: 'GBP',
    onSale: true,
    variants,
  }
  return fact('ProductCreated', productId, { ...data, ...changes } as DataOf<'ProductCreated'>, at)
}

const called = (n: number) => ({ name: `Storm lantern ${n}`, label: 'Brass' })

export const priceChanged = (n: number, to: number, at?: string) =>
  fact(
    'PriceChanged',
    idOf(10 * n),
    { productId: idOf(10 * n), variantId: idOf(10 * n + 1), ...called(n), from: 4500, to, reason: 'Sale' },
    at,
  )

export const revised = (n: number, to: DataOf<'ProductRevised'>['to'], at?: string) => {
  const words = created(n).data
  const from = Object.fromEntries(PRODUCT_WORDS.filter((word) => word in to).map((word) => [word, words[word]]))
  return fact('ProductRevised', words.productId, { productId: words.productId, name: words.name, from, to }, at)
}

export const restocked = (n: number, quantity: number, at?: string) =>
  fact(
    'ProductRestocked',
    idOf(10 * n),
    { productId: idOf(10 * n), variantId: idOf(10 * n + 1), ...called(n), quantity },
    at,
  )

export const corrected = (n: number, by: number, at?: string) =>
  fact(
    'StockCorrected',
    idOf(10 * n),
    { productId: idOf(10 * n), variantId: idOf(10 * n + 1), ...called(n), by, reason: 'damaged' },
    at,
  )

export const discontinued = (n: number, at?: string): ProductEvent =>
  fact(
    'ProductDiscontinued',
    idOf(10 * n),
    { productId: idOf(10 * n), name: `Storm lantern ${n}`, reason: 'Sold out for good' },
    at,
  )

/** So many brass lanterns, at £45.00. */
export function line(n: number, quantity: number, unitPrice = 4500): OrderLine {
  const ids = { productId: idOf(10 * n), variantId: idOf(10 * n + 1) }
  const words = { slug: `lantern-${n}`, sku: `LANTERN-${n}-B`, name: `Storm lantern ${n}`, label: 'Brass' }
  return {
    ...ids,
    ...words,
    picture: 'lantern',
    category: 'outdoors',
    quantity,
    unitPrice,
    amount: quantity * unitPrice,
  }
}

const contact = { name: 'Ada Byron', email: 'ada@example.org' }
const address = { name: 'Ada Byron', line1: '1 Quay', line2: '', city: 'Whitby', postcode: 'YO21 1AA', country: 'GB' }
export const orderIdOf = (n: number) => idOf(5000 + n)
const paymentIdOf = (n: number) => idOf(7000 + n)

/** Ada’s order of one lantern of product 1. */
export function placed(n = 1, changes: Partial<DataOf<'OrderPlaced'>> = {}, at?: string) {
  const { lines = [line(1, 1)], shopperId = ada.id } = changes
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const data: DataOf<'OrderPlaced'> = {
    orderId: orderIdOf(n),
    number: `TM-${n}`,
    subject: shopperId ?? orderIdOf(n),
    shopperId,
    guest: false,
    origin: 'shop',
    currency: 'GBP',
    country: 'GB',
    contact,
    address,
    paymentId: paymentIdOf(n),
    paymentMethod: { token: 'test_approves_1', brand: 'Visa', last4: '4242' },
    lines,
    amounts: { lines: total, discount: 0, shipping: 0, tax: 0, total },
    ...changes,
  }
  return fact('OrderPlaced', data.orderId, data, at)
}

export const authorised = (n: number, at?: string) => {
  const data = { orderId: orderIdOf(n), paymentId: paymentIdOf(n), amount: 4500, reference: `ref-${n}` }
  return fact('PaymentAuthorised', data.orderId, data, at)
}

export const delayed = (n: number, at?: string) => {
  const data = { orderId: orderIdOf(n), paymentId: paymentIdOf(n), reference: `ref-${n}` }
  return fact('PaymentDelayed', data.orderId, data, at)
}

export const declined = (n: number, at?: string) => {
  const data = { orderId: orderIdOf(n), paymentId: paymentIdOf(n), reason: 'Not enough money' }
  return fact('PaymentDeclined', data.orderId, data, at)
}

/** Takes back the very order that was placed. `total`: what is let go; none where refunds paid it back. */
export function cancelled(order: EventOf<'OrderPlaced'>, at?: string, total = order.data.amounts.total) {
  const { orderId, paymentId, shopperId, lines } = order.data
  const back = lines.map(({ variantId, productId, quantity, amount }) => ({ variantId, productId, quantity, amount }))
  const data = { orderId, paymentId, shopperId, placedAt: order.at, total, lines: back }
  return fact('OrderCancelled', orderId, { ...data, reason: 'Changed my mind' }, at)
}

export const shipped = (n: number, at?: string) => {
  const data = { orderId: orderIdOf(n), shipmentId: idOf(8000 + n), carrier: 'Gull Post', trackingNumber: `GP${n}` }
  return fact('OrderShipped', data.orderId, data, at)
}

export function refunded(n: number, amount: number, changes: Partial<DataOf<'RefundIssued'>> = {}, at?: string) {
  const ids = { refundId: idOf(9000 + n), orderId: orderIdOf(n), paymentId: paymentIdOf(n), number: `TM-${n}` }
  const data = { ...ids, shopperId: ada.id, amount, currency: 'GBP', reason: 'Broken glass', ...changes }
  return fact('RefundIssued', data.orderId ?? data.refundId, data, at)
}

export const registered = (customerId: string, name: string, at?: string) =>
  fact('CustomerRegistered', customerId, { customerId, contact: { name, email: `${name}@example.org` } }, at)

export const addressSaved = (customerId: string, at?: string) =>
  fact('AddressSaved', customerId, { customerId, addressId: idOf(600), address, isDefault: true }, at)

/** So many brass lanterns in a cart. */
export function addedToCart(shopperId: string, n: number, quantity: number, at?: string) {
  const { sku: _sku, quantity: _quantity, amount: _amount, ...item } = line(n, quantity)
  return fact('ItemAddedToCart', shopperId, { item, quantity }, at)
}

export const checkedOut = (shopperId: string, n: number, at?: string) =>
  fact('CartCheckedOut', shopperId, { orderId: orderIdOf(n) }, at)

/** A fact as the log would hold it. */
export function recorded<F extends ShopEvent>(event: F, position = 1): Recorded<F> {
  return { ...event, position, xid: '1', actor: merchant, commandId: idOf(999) }
}
