import { expect, it, vi } from 'vitest'
import { rebuild } from '@/server/engine/rebuilding/rebuild'
import { ownReadSide } from './own-read-side'
import { authorised, created, placed, restocked } from './testing'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

const shop = ownReadSide()
const ONE_TO_SIXTY = Array.from({ length: 60 }, (_, index) => index + 1)

/** In which page of its table each row lies. */
async function pagesOf(table: string, key: string): Promise<Record<string, number>> {
  const rows = await shop.admin<{ key: string; page: number }[]>`
    select ${shop.admin(key)}::text as key, (ctid::text::point)[0]::int as page from read.${shop.admin(table)}`
  return Object.fromEntries(rows.map(({ key, page }) => [key, page]))
}

const ofOrders = () => pagesOf('order_detail', 'order_id')
const ofProducts = async () => [
  await pagesOf('product_listing', 'product_id'),
  await pagesOf('product_page', 'product_id'),
  await pagesOf('stock_levels', 'variant_id'),
]

it('an order that is paid stays in its page, and so needs no new entry in an index', async () => {
  await shop.record(ONE_TO_SIXTY.map((n) => placed(n)))
  await shop.catchUpAll()
  const before = await ofOrders()
  expect(new Set(Object.values(before)).size).toBeGreaterThan(3)
  await shop.record(ONE_TO_SIXTY.map((n) => authorised(n)))
  await shop.catchUpAll()
  expect(await ofOrders()).toEqual(before)
})

it('so does a product of which there are more', async () => {
  await shop.record(ONE_TO_SIXTY.map((n) => created(n)))
  await shop.catchUpAll()
  const before = await ofProducts()
  expect(new Set(before.flatMap((pages) => Object.values(pages))).size).toBeGreaterThan(3)
  await shop.record(ONE_TO_SIXTY.map((n) => restocked(n, 2)))
  await shop.catchUpAll()
  expect(await ofProducts()).toEqual(before)
})

it('what a rebuild wrote lies close, and what is added after it has room again', async () => {
  await shop.record(ONE_TO_SIXTY.flatMap((n) => [placed(n), authorised(n)]))
  await shop.catchUpAll()
  const spread = new Set(Object.values(await ofOrders())).size
  await rebuild(shop.options, shop.named('order-detail'))
  const rebuilt = await ofOrders()
  expect(new Set(Object.values(rebuilt)).size).toBeLessThan(spread * 0.7)

  const more = ONE_TO_SIXTY.map((n) => n + 60)
  await shop.record(more.map((n) => placed(n)))
  await shop.catchUpAll()
  const before = await ofOrders()
  await shop.record(more.map((n) => authorised(n)))
  await shop.catchUpAll()
  expect(await ofOrders()).toEqual(before)
})
