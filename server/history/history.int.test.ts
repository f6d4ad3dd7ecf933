import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { arbitraryHistory } from '@/server/read/arbitrary-history'
import { findOrder } from '@/server/read/order-detail/order-detail.query'
import { openReadSide, type TestReadSide } from '@/server/read/test-read-side'
import {
  ada,
  addedToCart,
  addressSaved,
  authorised,
  cancelled,
  created,
  idOf,
  line,
  merchant,
  NOON,
  orderIdOf,
  placed,
  priceChanged,
  recorded,
  restocked,
  revised,
} from '@/server/read/testing'
import { createHistory, type History } from './history'

let shop: TestReadSide
let history: History

beforeAll(async () => {
  shop = await openReadSide()
  history = createHistory({ sql: shop.command, definitions })
})
beforeEach(() => shop.clear())
afterAll(() => shop.close())

/** What a product's orders are found by. */
async function tables(...orders: ReturnType<typeof placed>[]) {
  await shop.command`insert into write.products (id, slug, name, description, category, picture, status, created_at)
    values (${idOf(10)}, 'lantern', 'Lantern', '', 'home', '', 'on-sale', ${NOON}) on conflict do nothing`
  await shop.command`insert into write.variants (id, product_id, sku, label, ordinal)
    values (${idOf(11)}, ${idOf(10)}, 'L', '', 0) on conflict do nothing`
  for (const { data } of orders) {
    const { orderId, number, origin } = data
    await shop.command`
      insert into write.orders (id, number, origin, status, currency, lines_amount, discount_amount, shipping_amount,
        tax_amount, total_amount, placed_at)
      values (${orderId}, ${number}, ${origin}, 'paid', 'GBP', 0, 0, 0, 0, 0, ${NOON}) on conflict do nothing`
    await shop.command`
      insert into write.order_lines (order_id, ordinal, variant_id, name, quantity, unit_price, amount)
      values (${orderId}, 1, ${idOf(11)}, '', 1, 1, 1) on conflict do nothing`
  }
}

test('an order as of any event is the row that the projection had when it had come that far', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryHistory, async (happened) => {
      await shop.clear()
      const rows: { position: number; orderId: string; row: unknown }[] = []
      for (const facts of happened) {
        const { position } = await shop.record(facts)
        await shop.catchUpAll(undefined, ['order-detail'])
        for (const { orderId } of await shop.query`select order_id as "orderId" from read.order_detail`) {
          const answer = await shop.answer(findOrder, { input: { orderId }, actor: merchant })
          rows.push({ position, orderId, row: answer.ok && answer.data })
        }
      }
      for (const { position, orderId, row } of rows) {
        const { standing } = await history.order({ key: orderId, until: { position }, actor: merchant })
        expect(standing).toEqual(row)
      }
    }),
    { numRuns: 5 },
  )
}, 60_000)

test('an order’s life says what each event changed, who did it and by which command', async () => {
  const order = placed(1)
  await shop.record([order], ada)
  const { position } = await shop.record([authorised(1)])
  await shop.record([cancelled(order)], merchant)
  const { moments } = await history.order({ key: orderIdOf(1), actor: merchant })
  expect(moments.map(({ type, isBirth }) => [type, isBirth])).toEqual([
    ['OrderPlaced', true],
    ['PaymentAuthorised', false],
    ['OrderCancelled', false],
  ])
  expect(moments[1]).toMatchObject({ position, actor: { kind: 'system' }, commandId: expect.any(String) })
  expect(moments[1]?.changes).toEqual([
    { path: ['status'], before: 'awaiting-payment', after: 'paid' },
    { path: ['payment', 'status'], before: 'pending', after: 'authorised' },
  ])
  expect(moments[2]).toMatchObject({ reason: 'Changed my mind', actor: { kind: 'staff', id: merchant.id } })
})

test('a product as of a moment has the price and the shelf of then, orders counted', async () => {
  const at = (hour: number) => `2026-05-04T${hour}:00:00.000Z`
  const order = placed(1, { lines: [line(1, 2)] }, at(14))
  await shop.record([created(1, {}, at(12))])
  await shop.record([priceChanged(1, 3900, at(13))])
  await shop.record([order])
  await shop.record([restocked(1, 10, at(15))], merchant)
  await tables(order)
  const brass = async (hour: number) =>
    (await history.product({ key: idOf(10), until: { at: at(hour) }, actor: merchant })).standing?.variants[0]
  expect(await brass(11)).toBeUndefined()
  expect(await brass(12)).toMatchObject({ price: 4500, stock: 5 })
  expect(await brass(13)).toMatchObject({ price: 3900, stock: 5 })
  expect(await brass(14)).toMatchObject({ price: 3900, stock: 3 })
  expect(await brass(16)).toMatchObject({ price: 3900, stock: 13 })
  const { moments } = await history.product({ key: idOf(10), actor: merchant })
  expect(moments.map(({ type }) => type)).toEqual(['ProductCreated', 'PriceChanged', 'ProductRestocked'])
  expect(moments[2]?.changes).toEqual([{ path: ['variants', 'Brass', 'stock'], before: 3, after: 13 }])
})

test('a revision is told with what was said before', async () => {
  await shop.record([created(1)])
  await shop.record([revised(1, { name: 'Gale lantern', category: 'garden' })], merchant)
  const { moments } = await history.product({ key: idOf(10), actor: merchant })
  expect(moments[1]?.changes).toEqual([
    { path: ['name'], before: 'Storm lantern 1', after: 'Gale lantern' },
    { path: ['category'], before: 'outdoors', after: 'garden' },
  ])
})

test('carts and address books have a past as well', async () => {
  const first = await shop.record([addedToCart(ada.id, 1, 1), addressSaved(ada.id)], ada)
  await shop.record([addedToCart(ada.id, 1, 2)], ada)
  const until = { position: first.position }
  const cart = await history.cart({ key: ada.id, until, actor: merchant })
  expect([cart.standing?.itemCount, cart.moments.at(-1)?.changes.length]).toEqual([1, 2])
  const book = await history.addressBook({ key: ada.id, until, actor: merchant })
  expect(book.standing?.addresses).toHaveLength(1)
})

test('nobody who was forgotten is named, and everything else is still told', async () => {
  await shop.record([placed(1)], ada)
  await shop.command`delete from write.subject_key where subject = ${ada.id}`
  const { standing, moments } = await history.order({ key: orderIdOf(1), actor: merchant })
  expect(standing).toMatchObject({ contact: null, address: null, number: 'TM-1' })
  expect(moments[0]?.actor).toEqual({ ...ada, name: null })
})

test('is for staff only', async () => {
  await shop.record([placed(1)], ada)
  await expect(history.order({ key: orderIdOf(1), actor: ada })).rejects.toThrow('Only staff')
})

test('one life is read by the index, however long the log is', async () => {
  const [plan] = await shop.admin.begin(async (tx) => {
    await tx`
      insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
      select 'order', gen_random_uuid(), 'OrderPlaced', 1, '{}', now(), 'system', ${idOf(1)}, gen_random_uuid()
      from generate_series(1, 20000)`
    await tx`analyze write.event`
    const wanted = tx.json([{ stream: 'order', key: recorded(placed(1)).key }])
    const rows = await tx<{ 'QUERY PLAN': string }[]>`
      explain select e.position from jsonb_to_recordset(${wanted}) as wanted (stream text, key uuid)
      join write.event e using (stream, key) order by e.position`
    return [rows.map((row) => row['QUERY PLAN']).join('\n')]
  })
  expect(plan).toContain('event_stream')
  expect(plan).not.toContain('Seq Scan')
})
