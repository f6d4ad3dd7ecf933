import { expect, test } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { COMMAND_ID, customer, given, guest, idOf, staffMember } from '../testing'
import { importCustomer } from './import-customer'
import { importOrder } from './import-order'
import { importProduct } from './import-product'
import { importRefund } from './import-refund'

const variantId = idOf(11)
const variant = {
  variantId,
  productId: idOf(10),
  slug: 'past-85123a',
  sku: '85123A',
  label: '',
  picture: '',
  category: 'past' as const,
}

const product = {
  productId: idOf(10),
  variantId,
  slug: 'past-85123a',
  sku: '85123A',
  name: 'Heart T-light holder',
  picture: '',
  price: 255,
  currency: 'GBP',
}
const nothingTaken = { currency: 'GBP', isSlugTaken: false, isSkuTaken: false }

test('a product of a history is not on sale and has no stock', () => {
  const { variantId: _v, sku, price, ...rest } = product
  given(nothingTaken)
    .when(importProduct, product, SYSTEM)
    .thenRecords({
      type: 'ProductCreated',
      key: idOf(10),
      data: {
        ...rest,
        description: '',
        category: 'past',
        onSale: false,
        variants: [{ variantId, sku, label: '', price, stock: 0 }],
      },
    })
})

test('what a history charged for besides goods is a product of its own kind', () => {
  const { variantId: _v, sku, price, ...rest } = product
  given(nothingTaken)
    .when(importProduct, { ...product, isCharge: true }, SYSTEM)
    .thenRecords({
      type: 'ProductCreated',
      key: idOf(10),
      data: {
        ...rest,
        description: '',
        category: 'charges',
        onSale: false,
        variants: [{ variantId, sku, label: '', price, stock: 0 }],
      },
    })
})

test('a product of a history takes nobody’s slug or SKU, and comes in the shop’s currency', () => {
  const when = (state: typeof nothingTaken) => given(state).when(importProduct, product, SYSTEM)
  when({ ...nothingTaken, isSlugTaken: true }).thenRefuses('SlugTaken', { slug: 'past-85123a' })
  when({ ...nothingTaken, isSkuTaken: true }).thenRefuses('SkuTaken', { skus: ['85123A'] })
  when({ ...nothingTaken, currency: 'EUR' }).thenRefuses('CurrencyIsAnother', { currency: 'EUR' })
})

test('a customer of a history has no name and no address', () => {
  given({ exists: false })
    .when(importCustomer, { customerId: customer.id }, SYSTEM)
    .thenRecords({ type: 'CustomerRegistered', key: customer.id, data: { customerId: customer.id, contact: null } })
  given({ exists: true })
    .when(importCustomer, { customerId: customer.id }, SYSTEM)
    .thenRefuses('CustomerAlreadyRegistered')
})

const line = { variantId, name: 'WHITE HANGING HEART', quantity: 6, unitPrice: 255, amount: 1530 }
const past = {
  orderId: idOf(1),
  number: '536365',
  shopperId: customer.id,
  country: 'GB',
  currency: 'GBP',
  lines: [line],
}

test('an order of a history is placed and paid at once, under its own number', () => {
  const { lines: _, ...rest } = past
  given({ isPlaced: false, variants: new Map([[variantId, variant]]) })
    .when(importOrder, past, SYSTEM)
    .thenRecords(
      {
        type: 'OrderPlaced',
        key: idOf(1),
        data: {
          ...rest,
          subject: customer.id,
          guest: false,
          origin: 'history',
          contact: null,
          address: null,
          paymentId: COMMAND_ID,
          paymentMethod: null,
          lines: [{ ...variant, ...line }],
          amounts: { lines: 1530, discount: 0, shipping: 0, tax: 0, total: 1530 },
        },
      },
      {
        type: 'PaymentAuthorised',
        key: idOf(1),
        data: { orderId: idOf(1), paymentId: COMMAND_ID, amount: 1530, reference: '536365' },
      },
    )
})

test('an order of a history comes once, and names products that came before it', () => {
  given({ isPlaced: true, variants: new Map() })
    .when(importOrder, past, SYSTEM)
    .thenRefuses('OrderAlreadyPlaced', { orderId: idOf(1) })
  given({ isPlaced: false, variants: new Map() })
    .when(importOrder, past, SYSTEM)
    .thenRefuses('VariantNotFound', { variantId })
})

test('a refund of a history belongs to no order', () => {
  const refund = {
    refundId: idOf(5),
    number: 'C536379',
    shopperId: null,
    amount: 2750,
    currency: 'GBP',
    reason: 'Credit note C536379',
  }
  given(null)
    .when(importRefund, refund, SYSTEM)
    .thenRecords({ type: 'RefundIssued', key: idOf(5), data: { ...refund, orderId: null, paymentId: null } })
})

test.each([importProduct, importCustomer, importOrder, importRefund])('$name is for the shop itself', (command) => {
  expect([guest, customer, staffMember, SYSTEM].map(command.permits)).toEqual([false, false, false, true])
})
