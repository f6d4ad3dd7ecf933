import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Token } from '@/server/engine/log/token'
import type { OrderEvent } from '@/server/events/order'
import type { ShopEvent } from '@/server/events/registry'
import { arbitraryHistory } from './arbitrary-history'
import { ownReadSide } from './own-read-side'
import { getRevenue } from './revenue/revenue.query'
import { addDays, dayOf } from './shop-day'
import { bea, cancelled, created, line, merchant, placed, revised } from './testing'
import { listTopProducts } from './top-products/top-products.query'

type Placed = Extract<OrderEvent, { type: 'OrderPlaced' }>

const London = 'Europe/London'
const shop = ownReadSide({ timeZone: London })

const range = fc
  .record({ from: fc.integer({ min: -3, max: 66 }), days: fc.constantFrom(1, 2, 7, 29, 30, 31, 70) })
  .map(({ from, days }) => ({ from: addDays('2026-03-01', from), to: addDays('2026-03-01', from + days - 1) }))

type Days = { from: string; to: string }

/** The orders that count, by their day: as money those too that were paid back by refunds. */
function ordersIn(history: ShopEvent[], { from, to }: Days, isMoney: boolean): Placed[] {
  const isOver = (event: ShopEvent) => event.type === 'OrderCancelled' && !(isMoney && event.data.total === 0)
  const over = new Set(history.filter(isOver).map(({ key }) => key))
  const orders = history.filter((event): event is Placed => event.type === 'OrderPlaced' && !over.has(event.key))
  return orders.filter(({ at }) => dayOf(at, London) >= from && dayOf(at, London) <= to)
}

function naiveRevenue(history: ShopEvent[], days: Days) {
  const orders = ordersIn(history, days, true)
  const gross = orders.reduce((sum, { data }) => sum + data.amounts.total, 0)
  const refunds = history.reduce((sum, event) => {
    const isCounted =
      event.type === 'RefundIssued' && dayOf(event.at, London) >= days.from && dayOf(event.at, London) <= days.to
    return isCounted ? sum + event.data.amount : sum
  }, 0)
  const uniqueCustomers = new Set(orders.flatMap(({ data }) => data.shopperId ?? [])).size
  const averageOrderValue = orders.length > 0 ? Math.round(gross / orders.length) : 0
  return { gross, refunds, net: gross - refunds, orders: orders.length, averageOrderValue, uniqueCustomers }
}

function naiveTop(history: ShopEvent[], days: Days) {
  const sold = new Map<string, { quantity: number; amount: number }>()
  for (const { productId, quantity, amount } of ordersIn(history, days, false).flatMap(({ data }) => data.lines)) {
    const { quantity: before, amount: earned } = sold.get(productId) ?? { quantity: 0, amount: 0 }
    sold.set(productId, { quantity: before + quantity, amount: earned + amount })
  }
  return [...sold]
    .map(([productId, sums]) => ({ productId, name: nameIn(history, productId), ...sums }))
    .sort((a, b) => b.amount - a.amount || (a.productId < b.productId ? -1 : 1))
    .slice(0, 3)
}

/** What it was called last. */
function nameIn(history: ShopEvent[], productId: string): string | undefined {
  return history.reduce<string | undefined>((name, event) => {
    if (event.key !== productId) return name
    if (event.type === 'ProductRevised') return event.data.to.name ?? name
    return event.type === 'ProductCreated' ? event.data.name : name
  }, undefined)
}

async function ask(days: Days) {
  const revenue = await shop.answer(getRevenue, { input: days, actor: merchant })
  const top = await shop.answer(listTopProducts, { input: { ...days, limit: 3 }, actor: merchant })
  if (!revenue.ok || !top.ok) throw new Error('Staff was refused.')
  return { revenue: revenue.data, top: top.data }
}

it('revenue and top products of any range are what a count over the events gives', { timeout: 60_000 }, () =>
  fc.assert(
    fc.asyncProperty(arbitraryHistory, fc.array(range, { minLength: 4, maxLength: 8 }), async (history, ranges) => {
      await shop.clear()
      for (const facts of history) await shop.record(facts)
      await shop.catchUpAll(7)
      const events = history.flat()
      for (const days of ranges) {
        const { revenue, top } = await ask(days)
        expect(revenue.total).toEqual(naiveRevenue(events, days))
        for (const { day, ...figures } of revenue.days) {
          expect({ day, ...figures }).toEqual({ day, ...naiveRevenue(events, { from: day, to: day }) })
        }
        expect(
          top.products.map(({ productId, name, quantity, amount }) => ({ productId, name, quantity, amount })),
        ).toEqual(naiveTop(events, days))
      }
    }),
    { numRuns: 12 },
  ),
)

it('what sold is listed by what it is called now, projected or not', async () => {
  const days = { from: '2026-05-04', to: '2026-05-04' }
  const names = async (tokens: Token[] = []) => {
    const top = await shop.answer(listTopProducts, { input: { ...days, limit: 3 }, actor: merchant, tokens })
    return top.ok && top.data.products.map(({ name }) => name)
  }
  await shop.record([created(), placed()])
  await shop.catchUpAll()
  const token = await shop.record([revised(1, { name: 'Gale lantern' })])
  expect(await names([token])).toEqual(['Gale lantern'])
  expect(await names()).toEqual(['Storm lantern 1'])
  await shop.catchUpAll()
  expect(await names()).toEqual(['Gale lantern'])
})

it('an imported order counts on its own day, whatever was ordered before it was imported', async () => {
  const day = (n: number) => `2026-05-0${n}T12:00:00.000Z`
  await shop.record([created(), placed(1, {}, day(9)), placed(2, {}, day(5)), placed(3, { shopperId: bea.id }, day(7))])
  await shop.catchUpAll()
  await shop.record([
    placed(4, { origin: 'history' }, day(2)),
    placed(5, { origin: 'history', shopperId: null }, day(7)),
  ])
  await shop.catchUpAll()
  const { revenue } = await ask({ from: '2026-05-02', to: '2026-05-07' })
  expect(revenue.total).toMatchObject({ orders: 4, gross: 18_000, uniqueCustomers: 2 })
  expect(revenue.days.map(({ uniqueCustomers }) => uniqueCustomers)).toEqual([1, 0, 0, 1, 0, 1])
})

it('the best of the last thirty days are known of any day, and when the day’s only order is cancelled', async () => {
  const sale = (n: number, product: number, day: string) =>
    placed(n, { lines: [line(product, n)] }, `${day}T12:00:00.000Z`)
  await shop.record([created(1), created(2), created(3), sale(1, 1, '2026-05-01'), sale(2, 2, '2026-05-30')])
  await shop.catchUpAll()
  const best = async (to: string) =>
    (await ask({ from: addDays(to, -29), to })).top.products.map(({ name, quantity }) => [name, quantity])
  const [one, two] = [
    ['Storm lantern 1', 1],
    ['Storm lantern 2', 2],
  ]
  expect(await best('2026-05-30')).toEqual([two, one])
  expect(await best('2026-05-31')).toEqual([two])
  expect(await best('2026-06-05')).toEqual([two])
  const last = sale(3, 3, '2026-05-31')
  await shop.record([last])
  await shop.catchUpAll()
  expect(await best('2026-05-31')).toEqual([['Storm lantern 3', 3], two])
  await shop.record([cancelled(last)])
  await shop.catchUpAll()
  expect(await best('2026-05-30')).toEqual([two, one])
  expect(await best('2026-05-31')).toEqual([two])
})

it('figures are for staff', async () => {
  const input = { from: '2026-05-01', to: '2026-05-30' }
  for (const query of [getRevenue, listTopProducts]) {
    expect(await shop.answer(query as typeof getRevenue, { input, actor: bea })).toMatchObject({ code: 'NotPermitted' })
  }
})

it('a range that ends before it begins, or is no range of days, is refused', async () => {
  for (const input of [
    { from: '2026-05-02', to: '2026-05-01' },
    { from: '1066-10-14', to: '2026-05-01' },
    { from: 'May' },
  ]) {
    expect(await shop.answer(getRevenue, { input, actor: merchant })).toMatchObject({ code: 'InvalidInput' })
  }
})
