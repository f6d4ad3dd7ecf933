import { expect, test } from 'vitest'
import { isPaidBack } from './paid-back'

const paid = { status: 'paid', total: 5000, refunded: 5000 } as const

test.each([
  [paid, true],
  [{ ...paid, refunded: 4999 }, false],
  [{ ...paid, status: 'shipped' as const }, false],
  [{ ...paid, status: 'cancelled' as const }, false],
  [{ ...paid, status: 'past' as const }, false],
  [{ ...paid, total: 0, refunded: 0 }, false],
])('of %o it is %s that it was paid back before it was sent', (order, isIt) => {
  expect(isPaidBack(order)).toBe(isIt)
})
