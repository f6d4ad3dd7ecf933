import { expect, it } from 'vitest'
import { covers } from '@/server/engine/log/mark'
import { listActivity } from './activity/activity.query'
import { getCart } from './cart/cart.query'
import { findOrder } from './order-detail/order-detail.query'
import { listOrders, listOwnOrders } from './order-history/order-history.query'
import { ownReadSide } from './own-read-side'
import { findProductPage } from './product-page/product-page.query'
import { getRevenue } from './revenue/revenue.query'
import {
  ada,
  addedToCart,
  authorised,
  bea,
  checkedOut,
  created,
  merchant,
  orderIdOf,
  placed,
  priceChanged,
  shipped,
} from './testing'

const shop = ownReadSide()

async function shown<Data>(answer: Promise<{ ok: true; data: Data } | { ok: false }>): Promise<Data> {
  const given = await answer
  if (!given.ok) throw new Error('The question was refused.')
  return given.data
}

it('a filled cart is shown to its shopper with nobody projecting, and the same when somebody has', async () => {
  await shop.record([addedToCart(ada.id, 1, 2)])
  await shop.catchUpAll()
  const token = await shop.record([addedToCart(ada.id, 2, 1)])
  const ask = (tokens = [token]) => shop.answer(getCart, { input: {}, actor: ada, tokens })
  const began = performance.now()
  const early = await ask()
  expect(performance.now() - began).toBeLessThan(3000)
  expect(await shown(ask())).toMatchObject({ itemCount: 3 })
  if (!early.ok) throw new Error('refused')
  expect(covers(early.mark, token)).toBe(false)
  await shop.catchUpAll()
  expect(await shown(ask())).toEqual(early.data)
  expect(await shown(ask([]))).toEqual(early.data)
})

it('a placed order is in the history, on its page and out of the cart with nobody projecting', async () => {
  await shop.record([created(), addedToCart(ada.id, 1, 1), placed(1, {}, '2026-05-01T10:00:00.000Z')])
  await shop.catchUpAll()
  const token = await shop.record([addedToCart(ada.id, 1, 1), placed(2), checkedOut(ada.id, 2)])
  await shop.record([authorised(2)])
  const asked = { actor: ada, tokens: [token] }
  const history = await shown(shop.answer(listOwnOrders, { input: {}, ...asked }))
  // The payment came after the newest own commit, and an answer from the rows that contain that commit may lack it.
  const unpaid = { number: 'TM-2', status: 'awaiting-payment' }
  expect(history).toMatchObject({ total: 2, orders: [unpaid, { number: 'TM-1' }] })
  const page = await shown(shop.answer(findOrder, { input: { orderId: orderIdOf(2) }, ...asked }))
  expect(page).toMatchObject(unpaid)
  expect(await shown(shop.answer(getCart, { input: {}, ...asked }))).toMatchObject({ itemCount: 0 })

  await shop.catchUpAll()
  const [newest] = (await shown(shop.answer(listOwnOrders, { input: {}, ...asked }))).orders
  expect(newest).toEqual({ ...history.orders[0], status: 'paid' })
  const paid = await shown(shop.answer(findOrder, { input: { orderId: orderIdOf(2) }, ...asked }))
  expect(paid).toMatchObject({ lines: page?.lines, status: 'paid', payment: { status: 'authorised' } })
})

it('what was done before the few commits that a browser names is still there with nobody projecting', async () => {
  await shop.record([created()])
  await shop.catchUpAll()
  await shop.record([placed(1)], ada)
  await shop.record([shipped(1)], merchant)
  const tokens = [await shop.record([addedToCart(ada.id, 1, 1)], ada)]
  const history = await shown(shop.answer(listOwnOrders, { input: {}, actor: ada, tokens }))
  expect(history).toMatchObject({ total: 1, orders: [{ number: 'TM-1', status: 'shipped' }] })
  expect(await shown(shop.answer(listOwnOrders, { input: {}, actor: bea, tokens }))).toMatchObject({ total: 0 })
})

it('what a merchant did is on the merchant’s screens with nobody projecting', async () => {
  await shop.record([created(), placed(1), authorised(1)])
  await shop.catchUpAll()
  const tokens = [await shop.record([shipped(1)], merchant), await shop.record([priceChanged(1, 3900)], merchant)]
  const asked = { actor: merchant, tokens }
  const paid = await shown(shop.answer(listOrders, { input: { status: 'paid' }, ...asked }))
  expect(paid).toMatchObject({ total: 0, orders: [] })
  const product = await shown(shop.answer(findProductPage, { input: { slug: 'lantern-1' }, ...asked }))
  expect(product?.variants[0]?.price).toBe(3900)
  const feed = await shown(shop.answer(listActivity, { input: { limit: 2 }, ...asked }))
  expect(feed.entries.map(({ type }) => type)).toEqual(['PriceChanged', 'OrderShipped'])
})

it('a late figure folds the money of an own order and says no more than it knows', async () => {
  await shop.record([created()])
  await shop.catchUpAll()
  const tokens = [await shop.record([placed(1)])]
  const input = { from: '2026-05-04', to: '2026-05-04' }
  const revenue = await shown(shop.answer(getRevenue, { input, actor: merchant, tokens }))
  expect(revenue).toMatchObject({ timeZone: 'Europe/London', total: { gross: 4500, orders: 1, uniqueCustomers: 0 } })
})

it('somebody else’s order does not exist, late or not', async () => {
  const tokens = [await shop.record([placed(1)])]
  const ask = () => shown(shop.answer(findOrder, { input: { orderId: orderIdOf(1) }, actor: bea, tokens }))
  expect(await ask()).toBeNull()
  expect(await shown(shop.answer(listOwnOrders, { input: {}, actor: bea, tokens }))).toMatchObject({ total: 0 })
  await shop.catchUpAll()
  expect(await ask()).toBeNull()
  expect(await shown(shop.answer(listOwnOrders, { input: {}, actor: bea, tokens }))).toMatchObject({ total: 0 })
})

it('a read in the middle of a long walk folds only what the walk has not reached', async () => {
  const tokens = [
    await shop.record([created(), placed(1)]),
    await shop.record([placed(2)]),
    await shop.record([placed(3)]),
  ]
  const [projection] = shop.projections.filter(({ name }) => name === 'order-history')
  if (!projection) throw new Error('No such projection')
  await shop.walkOneBatch(projection, 2)
  const history = await shown(shop.answer(listOwnOrders, { input: {}, actor: ada, tokens }))
  expect(history.orders.map(({ number }) => number).toSorted()).toEqual(['TM-1', 'TM-2', 'TM-3'])
  expect(history.total).toBe(3)
})
