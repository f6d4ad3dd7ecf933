import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { orderNumber } from './order-number'

test('an order number is short, and has no letter that is read as a digit', () => {
  expect(orderNumber(v7())).toMatch(/^TM-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
})

test('the same order has the same number', () => {
  const id = v7()
  expect(orderNumber(id)).toBe(orderNumber(id))
})

test('ten thousand orders have ten thousand numbers', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => orderNumber(v7()))).size).toBe(10_000)
})
