import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { LOG_CHANNEL } from '@/server/engine/queue/wake-up'
import { addItemToCart } from './cart/add-item-to-cart'
import { placeOrder } from './order/place-order'
import { aGuest, openTestShop, type TestShop } from './test-shop'

let shop: TestShop
let worker: Sql
const PATIENTLY = { timeout: 5000 }
/** How many events there were whenever somebody was told of new ones. */
const told: number[] = []

beforeAll(async () => {
  shop = await openTestShop()
  worker = connect(shop.database.projectorUrl, { name: 'test-worker', max: 2 })
  await worker.listen(LOG_CHANNEL, async () => {
    told.push(await countEvents())
  })
})
afterAll(async () => {
  await worker.end()
  await shop.close()
})
beforeEach(async () => {
  await sleep(100)
  told.length = 0
})

async function countEvents(): Promise<number> {
  const [row] = await worker<{ count: number }[]>`select count(*) from write.event`
  return row?.count ?? 0
}

it('workers are told of what one command recorded, when it can be seen', async () => {
  const { variantId } = await shop.stockUp(10)
  await expect.poll(() => told, PATIENTLY).toHaveLength(1)
  const before = await countEvents()
  await shop.carryOut(addItemToCart, { variantId, quantity: 1 }, aGuest())
  await expect.poll(() => told, PATIENTLY).toHaveLength(2)
  expect(told[1]).toBeGreaterThan(before)
})

it('they are told of what several recorded together', async () => {
  const thing = await shop.stockUp(10)
  const line = { ...thing, quantity: 1 }
  const shoppers = [aGuest(), aGuest(), aGuest()]
  for (const shopper of shoppers) await shop.fillCart(shopper, [line])
  await expect.poll(() => told, PATIENTLY).toHaveLength(4)
  await Promise.all(shoppers.map((shopper) => shop.carryOut(placeOrder, shop.orderOf([line]), shopper)))
  await expect.poll(() => told.at(-1), PATIENTLY).toBe(await countEvents())
})

it('nobody is told of a refusal', async () => {
  const { variantId } = await shop.stockUp(0)
  await expect.poll(() => told.at(-1), PATIENTLY).toBe(await countEvents())
  // Whatever was on its way by then.
  await sleep(500)
  const before = told.length
  const order = shop.orderOf([{ variantId, quantity: 1, unitPrice: 1000 }])
  expect(await shop.send(placeOrder, order, aGuest())).toMatchObject({ ok: false })
  await sleep(200)
  expect(told).toHaveLength(before)
})
