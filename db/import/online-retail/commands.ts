import { importCustomer } from '@/server/write/customer/import-customer'
import { importOrder } from '@/server/write/order/import-order'
import { importRefund } from '@/server/write/order/import-refund'
import { importProduct } from '@/server/write/product/import-product'
import { countryCode } from './countries'
import { commandIdOf, historyId } from './ids'
import type { PlannedCustomer, PlannedLine, PlannedOrder, PlannedProduct, PlannedRefund } from './planned'

/** The history is in pounds throughout. */
export const HISTORY_CURRENCY = 'GBP'

const currency = HISTORY_CURRENCY

/** What brings a product in. */
export const productCommand = ({ sku, name, price, at }: PlannedProduct) => ({
  id: commandIdOf('product', sku),
  at,
  command: importProduct,
  input: { ...idsOf(sku), sku, slug: slugOf(sku), name: name.slice(0, 200), price, currency },
})

/** What brings a customer in. */
export const customerCommand = ({ number, at }: PlannedCustomer) => ({
  id: commandIdOf('customer', number),
  at,
  command: importCustomer,
  input: { customerId: historyId('customer', number), contact: contactOf(number) },
})

/** What brings an order in. */
export const orderCommand = ({ number, at, customer, country, lines }: PlannedOrder) => ({
  id: commandIdOf('order', number),
  at,
  command: importOrder,
  input: {
    orderId: historyId('order', number),
    number,
    customer: customer === null ? null : { shopperId: historyId('customer', customer), contact: contactOf(customer) },
    currency,
    country: countryCode(country),
    paymentId: historyId('payment', number),
    lines: lines.map(lineInput),
  },
})

/** What brings a refund in. */
export const refundCommand = ({ number, at, customer, total, reason }: PlannedRefund) => ({
  id: commandIdOf('refund', number),
  at,
  command: importRefund,
  input: {
    refundId: historyId('refund', number),
    number,
    shopperId: customer === null ? null : historyId('customer', customer),
    amount: total,
    currency,
    reason,
  },
})

function lineInput({ sku, description, quantity, unitPrice, amount }: PlannedLine) {
  const slug = slugOf(sku)
  const shown = { name: description, label: '', picture: '', category: 'past' as const }
  return { ...idsOf(sku), slug, sku, ...shown, quantity, unitPrice, amount }
}

/** A file names few products on many lines, and a hash is dear. */
const knownIds = new Map<string, { productId: string; variantId: string }>()

function idsOf(sku: string) {
  const known = knownIds.get(sku)
  if (known) return known
  const ids = { productId: historyId('product', sku), variantId: historyId('variant', sku) }
  knownIds.set(sku, ids)
  return ids
}

/** A number is all that is known of them; `.invalid` is an address that can never be anybody's. */
const contactOf = (number: string) => ({
  name: `Customer ${number}`,
  email: `customer-${number}@online-retail.invalid`,
})

/** Codes that differ in signs only would share a slug, so those with signs carry a piece of their id. */
function slugOf(sku: string): string {
  const words = sku
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return /^[A-Z0-9]+$/.test(sku) ? `past-${words}` : `past-${words}-${idsOf(sku).productId.slice(0, 6)}`
}
