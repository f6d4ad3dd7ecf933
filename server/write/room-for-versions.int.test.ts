import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordPaymentAuthorised } from './order/record-payment-authorised'
import { aGuest, openTestShop, type TestShop } from './test-shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop()
})
afterAll(() => shop.close())

/** In which page of its table each order lies. */
async function pages(): Promise<Record<string, number>> {
  const rows = await shop.sql<{ id: string; page: number }[]>`
    select id, (ctid::text::point)[0]::int as page from write.orders`
  return Object.fromEntries(rows.map(({ id, page }) => [id, page]))
}

it('an order that is paid stays in its page, and so needs no new entry in an index', async () => {
  const stocked = await shop.stockUp(100)
  const orders: string[] = []
  for (let n = 0; n < 60; n++) orders.push(await shop.order(aGuest(), [{ ...stocked, quantity: 1 }]))
  const before = await pages()
  expect(new Set(Object.values(before)).size).toBeGreaterThan(1)
  await Promise.all(orders.map((orderId) => shop.carryOut(recordPaymentAuthorised, { orderId, reference: 'ok' })))
  expect(await pages()).toEqual(before)
})
