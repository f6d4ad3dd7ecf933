import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTail } from '@/server/engine/log/log'
import { parseToken } from '@/server/engine/log/token'
import { eventDefinitions } from '@/server/events/registry'
import { changePrice } from '../product/change-price'
import { aCustomer, aGuest, aStaffMember, openTestShop, type TestShop } from '../test-shop'
import { placeOrder } from './place-order'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop(32)
})
afterAll(() => shop.close())

const codeOf = (reply: Awaited<ReturnType<TestShop['send']>>) => (reply.ok ? 'placed' : reply.rejection.code)

test.each([1, 4, 200])('200 buyers of 50 units at once, in %i processes: exactly 50 are sold', async (count) => {
  const thing = await shop.stockUp(50)
  const buyers = Array.from({ length: 200 }, aGuest)
  const line = { ...thing, quantity: 1 }
  await Promise.all(buyers.map((buyer) => shop.fillCart(buyer, [line])))

  const processes = Array.from({ length: count }, shop.openProcess)
  const sendOf = (index: number) => processes[index % count]?.send ?? shop.send
  const replies = await Promise.all(
    buyers.map((buyer, index) => sendOf(index)(placeOrder, shop.orderOf([line]), buyer)),
  )

  const codes = replies.map(codeOf)
  expect(codes.filter((code) => code === 'placed')).toHaveLength(50)
  expect(codes.filter((code) => code === 'OutOfStock')).toHaveLength(150)
  expect(await shop.inStock(thing.variantId)).toBe(0)
  const [sold] = await shop.sql`
    select count(*)::int as lines, sum(quantity)::int as units from write.order_lines where variant_id = ${thing.variantId}`
  expect(sold).toEqual({ lines: 50, units: 50 })
})

test('buyers of several units are served as long as there are enough', async () => {
  const thing = await shop.stockUp(10)
  const buyers = Array.from({ length: 12 }, aGuest)
  const line = { ...thing, quantity: 3 }
  await Promise.all(buyers.map((buyer) => shop.fillCart(buyer, [line])))
  const replies = await Promise.all(buyers.map((buyer) => shop.send(placeOrder, shop.orderOf([line]), buyer)))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(3)
  expect(await shop.inStock(thing.variantId)).toBe(1)
})

test('of orders that come at once the first gets the last unit, and the others hear what is left', async () => {
  const [scarce, plenty] = [await shop.stockUp(3), await shop.stockUp(100)]
  const buyers = Array.from({ length: 4 }, aGuest)
  const lines = [
    { ...scarce, quantity: 2 },
    { ...plenty, quantity: 1 },
  ]
  await Promise.all(buyers.map((buyer) => shop.fillCart(buyer, lines)))
  const replies = await Promise.all(buyers.map((buyer) => shop.send(placeOrder, shop.orderOf(lines), buyer)))
  expect(replies.map(codeOf)).toEqual(['placed', 'OutOfStock', 'OutOfStock', 'OutOfStock'])
  expect(replies[1]).toMatchObject({ rejection: { lines: [{ variantId: scarce.variantId, inStock: 1 }] } })
})

test('orders that come at once are one transaction, each with its own events', async () => {
  const thing = await shop.stockUp(100)
  const buyers = Array.from({ length: 5 }, aGuest)
  const line = { ...thing, quantity: 1 }
  await Promise.all(buyers.map((buyer) => shop.fillCart(buyer, [line])))
  const replies = await Promise.all(buyers.map((buyer) => shop.send(placeOrder, shop.orderOf([line]), buyer)))
  const tokens = replies.map(({ token }) => parseToken(token ?? ''))
  expect(new Set(tokens.map((token) => token?.xid)).size).toBe(1)
  const events = await shop.sql<{ actor: string; types: string[]; last: number }[]>`
    select actor_id as actor, array_agg(type order by position) as types, max(position) as last
    from write.event where xid = ${tokens[0]?.xid ?? ''}::text::xid8 group by actor_id order by last`
  expect(events.map(({ actor }) => actor)).toEqual(buyers.map(({ id }) => id))
  expect(events.map(({ last }) => last)).toEqual(tokens.map((token) => token?.position))
  for (const { types } of events) expect(types).toEqual(['OrderPlaced', 'CartCheckedOut'])

  const own = { tokens: tokens.slice(2, 3).flatMap((token) => token ?? []), actorId: v7() }
  const tail = await readTail(shop.sql, eventDefinitions, own, [{ snapshot: '1:1:', target: null, reached: 0 }])
  expect(
    tail.map(({ type }) => type),
    'a token names its command',
  ).toContain('OrderPlaced')
  expect(new Set(tail.map(({ actor }) => actor.id))).toEqual(new Set([buyers[2]?.id]))
})

test('one id is one order, though it comes twenty times at once and once again later', async () => {
  const thing = await shop.stockUp(100)
  const buyer = aCustomer()
  const line = { ...thing, quantity: 2 }
  await shop.fillCart(buyer, [line])
  const [id, input] = [v7(), shop.orderOf([line])]

  const replies = await Promise.all(Array.from({ length: 20 }, () => shop.send(placeOrder, input, buyer, id)))
  const later = await shop.send(placeOrder, input, buyer, id)

  expect(replies[0]).toMatchObject({ ok: true, result: { orderId: input.orderId } })
  for (const reply of [...replies, later]) expect(reply).toEqual(replies[0])
  expect(await shop.sql`select id from write.orders where shopper_id = ${buyer.id}`).toHaveLength(1)
  expect(await shop.sql`select id from write.payments where order_id = ${input.orderId}`).toEqual([{ id }])
  expect(await shop.inStock(thing.variantId)).toBe(98)
})

test('two ids for one cart are one order, and an empty cart for the other', async () => {
  const thing = await shop.stockUp(100)
  const buyer = aGuest()
  const line = { ...thing, quantity: 1 }
  await shop.fillCart(buyer, [line])
  const replies = await Promise.all([1, 2].map(() => shop.send(placeOrder, shop.orderOf([line]), buyer)))
  expect(replies.map(codeOf).sort()).toEqual(['CartIsEmpty', 'placed'])
  expect(await shop.inStock(thing.variantId)).toBe(99)
})

test('two ids for one cart and one order id are one order, and both are told so', async () => {
  const thing = await shop.stockUp(100)
  const buyer = aGuest()
  const line = { ...thing, quantity: 1 }
  await shop.fillCart(buyer, [line])
  const order = shop.orderOf([line])
  const replies = await Promise.all([1, 2, 3].map(() => shop.send(placeOrder, order, buyer)))
  for (const reply of replies) expect(reply).toMatchObject({ ok: true, result: { orderId: order.orderId } })
  expect(replies.filter(({ token }) => token)).toHaveLength(1)
  expect(await shop.inStock(thing.variantId)).toBe(99)
  expect(await shop.send(placeOrder, order, aGuest())).toMatchObject({ rejection: { code: 'OrderAlreadyPlaced' } })
})

test('an id that was used for another order is refused, and for other input as well', async () => {
  const thing = await shop.stockUp(100)
  const buyer = aGuest()
  const line = { ...thing, quantity: 1 }
  const id = v7()
  const orderId = await shop.order(buyer, [line])
  await shop.fillCart(buyer, [line])
  expect(await shop.send(placeOrder, shop.orderOf([line], orderId), buyer, id)).toMatchObject({
    rejection: { code: 'OrderAlreadyPlaced', orderId },
  })
  expect(await shop.send(placeOrder, shop.orderOf([line]), buyer, id)).toMatchObject({
    rejection: { code: 'CommandIdReused' },
  })
})

test('a price that changed meanwhile is refused with both, and the new one is taken', async () => {
  const { productId, ...thing } = await shop.stockUp(100, 1000)
  const buyer = aGuest()
  const line = { ...thing, quantity: 1 }
  await shop.fillCart(buyer, [line])
  const input = { productId, variantId: thing.variantId, price: 1200, reason: 'Dearer' }
  await shop.carryOut(changePrice, input, aStaffMember())

  const seen = shop.orderOf([line])
  expect(await shop.send(placeOrder, seen, buyer)).toMatchObject({
    rejection: { code: 'PriceHasChanged', lines: [{ variantId: thing.variantId, was: 1000, now: 1200 }] },
  })
  const accepted = shop.orderOf([{ ...line, unitPrice: 1200 }], seen.orderId)
  expect(await shop.send(placeOrder, accepted, buyer)).toMatchObject({ ok: true })
  const [order] = await shop.sql`select total_amount, status from write.orders where id = ${seen.orderId}`
  expect(order).toEqual({ total_amount: 1595, status: 'awaiting-payment' })
})
