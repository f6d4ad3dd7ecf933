import { expect, test } from 'vitest'
import { actionsOn } from './order-actions'

const amounts = { lines: 5000, discount: 0, shipping: 0, tax: 833, total: 5000 }
const order = { origin: 'shop', status: 'paid', amounts, refunds: [] } as const
const refundOf = (amount: number) => [{ refundId: 'r', amount, reason: 'Damaged', issuedAt: '2026-11-20T10:00:00Z' }]

test('a paid order can be shipped, cancelled and refunded in full', () => {
  expect(actionsOn({ ...order, refunds: [] })).toEqual({ canShip: true, canCancel: true, refundable: 5000 })
})

test('what went back is not there to go back again', () => {
  expect(actionsOn({ ...order, refunds: refundOf(2000) })).toEqual({
    canShip: true,
    canCancel: true,
    refundable: 3000,
  })
})

test('an order of which all went back is not shipped, and can be cancelled', () => {
  expect(actionsOn({ ...order, refunds: refundOf(5000) })).toEqual({ canShip: false, canCancel: true, refundable: 0 })
})

test('an order that is not paid can only be cancelled', () => {
  const unpaid = { ...order, status: 'awaiting-payment' as const, refunds: [] }
  expect(actionsOn(unpaid)).toEqual({ canShip: false, canCancel: true, refundable: 0 })
})

test('a shipped order can only be refunded', () => {
  const shipped = { ...order, status: 'shipped' as const, refunds: [] }
  expect(actionsOn(shipped)).toEqual({ canShip: false, canCancel: false, refundable: 5000 })
})

test.each([{ origin: 'history' as const }, { status: 'cancelled' as const }])('nothing is done with %o', (change) => {
  expect(actionsOn({ ...order, refunds: [], ...change })).toEqual({ canShip: false, canCancel: false, refundable: 0 })
})
