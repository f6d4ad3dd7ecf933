import { importCustomer } from '@/server/write/history/import-customer'
import { importOrder } from '@/server/write/history/import-order'
import { importProduct } from '@/server/write/history/import-product'
import { importRefund } from '@/server/write/history/import-refund'
import { isCharge } from './charges'
import { countryCode } from './countries'
import { commandIdOf, historyId } from './ids'
import type { PlannedCustomer, PlannedOrder, PlannedProduct, PlannedRefund } from './planned'

/** The history is in pounds throughout. */
export const HISTORY_CURRENCY = 'GBP'

const currency = HISTORY_CURRENCY

/** What brings a product in. */
export const productCommand = ({ sku, name, price, at }: PlannedProduct) => ({
  id: commandIdOf('product', sku),
  at,
  command: importProduct,
  input: {
    productId: historyId('product', sku),
    variantId: variantIdOf(sku),
    sku,
    slug: slugOf(sku),
    name: name.slice(0, 200),
    picture: '',
    price,
    currency,
    ...(isCharge(sku) ? { isCharge: true } : {}),
  },
})

/** What brings a customer in. */
export const customerCommand = ({ number, at }: PlannedCustomer) => ({
  id: commandIdOf('customer', number),
  at,
  command: importCustomer,
  input: { customerId: customerIdOf(number) },
})

/** What brings an order in. */
export const orderCommand = ({ number, at, customer, country, lines }: PlannedOrder) => ({
  id: commandIdOf('order', number),
  at,
  command: importOrder,
  input: {
    orderId: historyId('order', number),
    number,
    shopperId: customer === null ? null : customerIdOf(customer),
    country: countryCode(country),
    currency,
    lines: lines.map(({ sku, description, quantity, unitPrice, amount }) => ({
      variantId: variantIdOf(sku),
      name: description,
      quantity,
      unitPrice,
      amount,
    })),
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
    shopperId: customer === null ? null : customerIdOf(customer),
    amount: total,
    currency,
    reason,
  },
})

const customerIdOf = (number: string) => historyId('customer', number)

/** A file names few products on many lines, and a hash is dear. */
const variantIds = new Map<string, string>()

function variantIdOf(sku: string): string {
  const known = variantIds.get(sku) ?? historyId('variant', sku)
  variantIds.set(sku, known)
  return known
}

/** Codes that differ in signs only would share a slug, so those with signs carry a piece of their id. */
function slugOf(sku: string): string {
  const words = sku
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return /^[A-Z0-9]+$/.test(sku) ? `past-${words}` : `past-${words}-${variantIdOf(sku).slice(0, 6)}`
}
