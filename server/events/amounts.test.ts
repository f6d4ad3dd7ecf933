import { expect, test } from 'vitest'
import { orderAmounts } from './amounts'

test('adds shipping below the free limit, and the tax is a sixth of the total', () => {
  const amounts = orderAmounts([
    { quantity: 2, unitPrice: 1250 },
    { quantity: 1, unitPrice: 999 },
  ])
  expect(amounts).toEqual({ lines: 3499, discount: 0, shipping: 395, tax: 649, total: 3894 })
})

test.each([
  [4999, 395],
  [5000, 0],
])('shipping for goods of %i is %i', (unitPrice, shipping) => {
  expect(orderAmounts([{ quantity: 1, unitPrice }]).shipping).toBe(shipping)
})

test.each([
  [5001, 834],
  [5003, 834],
  [5004, 834],
  [5002, 834],
  [5007, 835],
])('rounds the tax in %i half up to %i', (unitPrice, tax) => {
  expect(orderAmounts([{ quantity: 1, unitPrice }]).tax).toBe(tax)
})

test('nothing costs nothing, not even its shipping', () => {
  expect(orderAmounts([])).toEqual({ lines: 0, discount: 0, shipping: 0, tax: 0, total: 0 })
})
