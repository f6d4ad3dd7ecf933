import { expect, test } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { orderNumber } from '@/server/events/order-number'
import { COMMAND_ID, customer, given, guest, idOf } from '../testing'
import type { CheckoutLine } from './checkout'
import { placeOrder } from './place-order'
import { checkoutLine } from './testing'

const lantern = checkoutLine()
const mug = checkoutLine({ variantId: idOf(12), sku: 'MUG', name: 'Mug', label: '', quantity: 1, unitPrice: 900 })
const named = { variantId: idOf(11), name: 'Storm lantern', label: 'Brass' }

const orderOf = (lines: CheckoutLine[]) => ({
  orderId: idOf(1),
  lines: lines.map(({ variantId, quantity, unitPrice }) => ({ variantId, quantity, unitPrice })),
  contact: { name: 'Ada Byron', email: 'ada@example.org' },
  address: { name: 'Ada Byron', line1: '1 Quay', line2: '', city: 'Whitby', postcode: 'YO21', country: 'GB' },
  payment: { token: 'test_approves_1', brand: 'Visa', last4: '4242' },
})
const cart = (...lines: CheckoutLine[]) => given({ lines, isPlaced: false, isDone: false })

test('places the cart as it was seen, and checks it out', () => {
  const { contact, address, payment } = orderOf([])
  const { currency: _c, onSale: _o, inStock: _i, ...line } = mug
  cart(mug)
    .when(placeOrder, orderOf([mug]), customer)
    .thenRecords(
      {
        type: 'OrderPlaced',
        key: idOf(1),
        data: {
          orderId: idOf(1),
          number: orderNumber(idOf(1)),
          subject: customer.id,
          shopperId: customer.id,
          guest: false,
          origin: 'shop',
          currency: 'GBP',
          country: 'GB',
          contact,
          address,
          paymentId: COMMAND_ID,
          paymentMethod: payment,
          lines: [{ ...line, amount: 900 }],
          amounts: { lines: 900, discount: 0, shipping: 395, tax: 216, total: 1295 },
        },
      },
      { type: 'CartCheckedOut', key: customer.id, data: { orderId: idOf(1) } },
    )
})

test('answers the order number', () => {
  cart(lantern)
    .when(placeOrder, orderOf([lantern]), guest)
    .thenAnswers({ orderId: idOf(1), number: orderNumber(idOf(1)) })
})

test('says of a guest that it is one', () => {
  const decision = placeOrder.decide({ lines: [mug], isPlaced: false, isDone: false }, orderOf([mug]), {
    commandId: COMMAND_ID,
    at: '2026-05-04T09:30:00.000Z',
    actor: guest,
  })
  expect(decision).toMatchObject({ events: [{ data: { guest: true, shopperId: guest.id } }, {}] })
})

test('refuses an empty cart', () => {
  cart()
    .when(placeOrder, orderOf([mug]), customer)
    .thenRefuses('CartIsEmpty')
})

test('asked for twice by one buyer it is one order, and the second is told which', () => {
  const second = given({ lines: [], isPlaced: false, isDone: true }).when(placeOrder, orderOf([mug]), customer)
  second.thenRecords()
  second.thenAnswers({ orderId: idOf(1), number: orderNumber(idOf(1)) })
})

test.each([
  ['and something else is in the cart', [mug]],
  ['of somebody else', []],
])('refuses an id under which an order stands already, %s', (_, lines) => {
  given({ lines, isPlaced: true, isDone: false })
    .when(placeOrder, orderOf([mug]), customer)
    .thenRefuses('OrderAlreadyPlaced', { orderId: idOf(1) })
})

test.each([
  ['fewer of one', [{ ...lantern, quantity: 1 }]],
  ['one more thing', [lantern, mug]],
  ['another thing', [mug]],
  ['nothing', []],
])('refuses when the buyer saw %s, and says what is in the cart', (_, seen) => {
  cart(lantern)
    .when(placeOrder, orderOf(seen), customer)
    .thenRefuses('CartHasChanged', { lines: [{ ...named, quantity: 2, unitPrice: 4500 }] })
})

test('refuses a changed price, and names the line, what it was and what it is', () => {
  cart({ ...lantern, unitPrice: 4800 }, mug)
    .when(placeOrder, orderOf([lantern, mug]), customer)
    .thenRefuses('PriceHasChanged', { lines: [{ ...named, was: 4500, now: 4800 }] })
})

test('refuses what is not sold any more, before its price or stock matter', () => {
  cart({ ...lantern, onSale: false, unitPrice: 1, inStock: 0 }, mug)
    .when(placeOrder, orderOf([lantern, mug]), customer)
    .thenRefuses('ProductDiscontinued', { lines: [named] })
})

test('refuses more than there is, and says how many there are', () => {
  cart({ ...lantern, inStock: 1 }, mug)
    .when(placeOrder, orderOf([lantern, mug]), customer)
    .thenRefuses('OutOfStock', { lines: [{ ...named, wanted: 2, inStock: 1 }] })
})

test('sells the last one', () => {
  cart({ ...lantern, inStock: 2 })
    .when(placeOrder, orderOf([lantern]), customer)
    .thenAnswers({ orderId: idOf(1), number: orderNumber(idOf(1)) })
})

test('is for people, not for the shop itself', () => {
  expect(placeOrder.permits(guest)).toBe(true)
  expect(placeOrder.permits(SYSTEM)).toBe(false)
})
