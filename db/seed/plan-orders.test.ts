import { expect, test } from 'vitest'
import { CATALOGUE } from './catalogue/catalogue'
import { planOrders } from './plan-orders'

const now = new Date('2026-11-20T15:00:00Z')
const orders = planOrders(CATALOGUE, 61, now)

test('the same day has the same orders', () => {
  expect(planOrders(CATALOGUE, 61, now)).toEqual(orders)
})

test('they fill half a year that ends now, no day left out', () => {
  const days = new Set(orders.map((order) => order.placedAt.toISOString().slice(0, 10)))
  expect(days.size).toBeGreaterThanOrEqual(181)
  expect(Math.max(...orders.map((order) => order.placedAt.getTime()))).toBeLessThan(now.getTime())
  expect(orders.length).toBeGreaterThan(800)
})

test('nothing has happened that lies ahead', () => {
  const later = orders.flatMap(({ shippedAt, cancelledAt, refund }) =>
    [shippedAt, cancelledAt, refund?.at].filter((at) => at && at > now),
  )
  expect(later).toEqual([])
})

test('the merchant finds orders to ship, and some that came back', () => {
  const waiting = orders.filter((order) => !order.shippedAt && !order.cancelledAt)
  expect(waiting.length).toBeGreaterThan(3)
  expect(orders.some((order) => order.refund)).toBe(true)
  expect(orders.some((order) => order.cancelledAt)).toBe(true)
})

test('an order names no item twice', () => {
  for (const { lines } of orders) expect(new Set(lines.map((line) => line.sku)).size).toBe(lines.length)
})
