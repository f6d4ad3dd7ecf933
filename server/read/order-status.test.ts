import { expect, test } from 'vitest'
import { type OrderStatus, statusAfter } from './order-status'
import { authorised, cancelled, declined, delayed, placed, refunded, shipped } from './testing'

test.each<[OrderStatus, Parameters<typeof statusAfter>[1], OrderStatus]>([
  ['awaiting-payment', authorised(1), 'paid'],
  ['awaiting-payment', delayed(1), 'awaiting-payment'],
  ['awaiting-payment', declined(1), 'awaiting-payment'],
  ['awaiting-payment', cancelled(placed()), 'cancelled'],
  ['paid', shipped(1), 'shipped'],
  ['paid', refunded(1, 100), 'paid'],
  ['cancelled', authorised(1), 'cancelled'],
])('an order %s after $type is %s', (before, event, after) => {
  expect(statusAfter(before, event)).toBe(after)
})
