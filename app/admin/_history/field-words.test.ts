import { expect, test } from 'vitest'
import { eventName, fieldName, fieldText, isWorthTelling } from './field-words'

test.each([
  [['status'], 'Status'],
  [['payment', 'status'], 'Payment status'],
  [['amounts', 'total'], 'Total'],
  [['variants', 'Brass', 'stock'], 'Brass: stock'],
  [['refunds', '1', 'issuedAt'], 'Refunds 1: issued at'],
])('%o is called %s', (path, name) => {
  expect(fieldName(path)).toBe(name)
})

test.each([
  [['variants', 'Brass', 'price'], 4500, '£45.00'],
  [['amounts', 'lines'], 1200, '£12.00'],
  [['variants', 'Brass', 'stock'], 1200, '1,200'],
  [['onSale'], false, 'no'],
  [['address', 'line2'], '', null],
  [['cancellation'], null, null],
  [['status'], 'awaiting-payment', 'Awaiting payment'],
  [['lines', 'Kite', 'sku'], 'KITE-1', 'KITE-1'],
] as const)('%o holding %o reads %o', (path, value, text) => {
  expect(fieldText({ path }, value, 'GBP')).toBe(text)
})

test('ids are left out, and what is only named like one is not', () => {
  const change = (...path: string[]) => ({ path, before: null, after: 'x' })
  expect(isWorthTelling(change('payment', 'paymentId'))).toBe(false)
  expect(isWorthTelling(change('paid'))).toBe(true)
})

test('an event is called by its name', () => {
  expect(eventName('ItemAddedToCart')).toBe('Item added to cart')
})
