import { expect, test } from 'vitest'
import { type ConfirmedOrder, orderConfirmation } from './order-confirmation'

const address = { name: 'Ada Byron', line1: '1 Quay', line2: '', city: 'Whitby', postcode: 'YO21 1AA', country: 'GB' }
const order: ConfirmedOrder = {
  orderId: '00000000-0000-7000-8000-000000005001',
  number: 'TM-ABCDE-12345',
  currency: 'GBP',
  contact: { name: 'Ada Byron', email: 'ada@example.org' },
  address,
  lines: [
    { name: 'Storm lantern', label: 'Brass', quantity: 2, amount: 9000 },
    { name: 'Kite', label: '', quantity: 1, amount: 1250 },
  ],
  amounts: { lines: 10250, discount: 250, shipping: 395, tax: 1733, total: 10395 },
}

test('tells in plain text what was ordered, what it costs, where it goes and where to look', () => {
  expect(orderConfirmation(order, 'https://shop.example').text).toBe(`\
Thank you, Ada Byron. Your payment is authorised and order TM-ABCDE-12345 stands; we are packing it.

2 × Storm lantern, Brass   £90.00
1 × Kite                   £12.50

Items                     £102.50
Discount                   −£2.50
Shipping                    £3.95
VAT, included              £17.33
Total                     £103.95

It goes to
  Ada Byron
  1 Quay
  Whitby YO21 1AA
  United Kingdom

See your order
  https://shop.example/orders/00000000-0000-7000-8000-000000005001

You need do nothing. We write no other letter about this order: its page says where it is.

Tidemark
`)
})

test('says the same in HTML', () => {
  const { html, subject } = orderConfirmation(order, 'https://shop.example')
  const words = ['2 × Storm lantern, Brass', '£90.00', '£103.95', '1 Quay', order.number, `/orders/${order.orderId}`]
  for (const word of words) expect(html).toContain(word)
  expect(subject).toBe('Your order TM-ABCDE-12345 stands')
})

test('HTML in a name stays a name', () => {
  const named = { ...order, contact: { ...order.contact, name: '<img src=x onerror="alert(1)">' } }
  const { html } = orderConfirmation(named, 'https://shop.example')
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;')
})

test('HTML loads nothing and runs nothing', () => {
  expect(orderConfirmation(order, 'https://shop.example').html).not.toMatch(/<(script|link|style|img|iframe)|url\(/i)
})

test('knows currencies without pence', () => {
  expect(orderConfirmation({ ...order, currency: 'JPY' }, 'https://shop.example').text).toContain('JP¥10,395')
})
