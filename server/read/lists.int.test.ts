import { beforeEach, describe, expect, it } from 'vitest'
import type { Fact } from '@/server/engine/log/event'
import type { Query } from '@/server/engine/queries/query'
import { listActivity } from './activity/activity.query'
import { findCustomerStatistics, listTopCustomers } from './customer-statistics/customer-statistics.query'
import { findOrder } from './order-detail/order-detail.query'
import { listOrdersAfter, type OrderPlace, type OrderStretchView } from './order-history/list-orders-after.query'
import { listOrders } from './order-history/order-history.query'
import { ownReadSide } from './own-read-side'
import { listProductHistory } from './product-history/product-history.query'
import { listProducts } from './product-listing/list-products.query'
import { searchProducts } from './product-listing/search-products.query'
import { listProductAddresses } from './product-page/list-product-addresses.query'
import { findProduct, findProductPage } from './product-page/product-page.query'
import { listProjections } from './projection-status/projection-status.query'
import { getRevenue } from './revenue/revenue.query'
import { listStockLevels } from './stock-levels/stock-levels.query'
import {
  ada,
  authorised,
  bea,
  cancelled,
  created,
  discontinued,
  idOf,
  line,
  merchant,
  placed,
  priceChanged,
  refunded,
  registered,
  shipped,
} from './testing'
import { listTopProducts } from './top-products/top-products.query'

const shop = ownReadSide()

async function ask<Input, Data, F extends Fact>(query: Query<Input, Data, F>, input: unknown, actor = merchant) {
  const answer = await shop.answer(query, { input, actor })
  if (!answer.ok) throw new Error(answer.message)
  return answer.data
}

describe('a search', () => {
  const product = (n: number, name: string, description: string, price: number, stock = 5, category = 'home') =>
    created(
      n,
      {
        name,
        description,
        category: category as 'home',
        variants: [{ variantId: idOf(10 * n + 1), sku: `SKU-${n}`, label: '', price, stock }],
      },
      `2026-04-0${n}T10:00:00.000Z`,
    )

  beforeEach(async () => {
    await shop.record([
      product(1, 'Storm lantern', 'Burns brightly in any wind.', 4500, 5, 'outdoors'),
      product(2, 'Beeswax candles', 'For the lantern and the table; they burn for hours.', 1200),
      product(3, 'Café au lait bowl', 'Holds half a litre.', 1800, 0),
      product(4, 'Deckchair', 'Folds flat.', 8900, 2, 'garden'),
      product(5, 'Driftwood frame', 'Every one is different.', 2500),
      created(6, { name: 'Lantern of old', category: 'past', onSale: false, description: '' }),
    ])
    await shop.record([discontinued(5)])
    await shop.catchUpAll()
  })

  const names = async (input: object) => (await ask(searchProducts, input, ada)).products.map(({ name }) => name)

  it('without a word lists what is on sale, newest first, and counts each category', async () => {
    const found = await ask(searchProducts, {}, ada)
    expect(found.products.map(({ name }) => name)).toEqual([
      'Deckchair',
      'Café au lait bowl',
      'Beeswax candles',
      'Storm lantern',
    ])
    expect(found).toMatchObject({ total: 4, page: 1, pageSize: 24 })
    expect(found.facets).toEqual([
      { category: 'garden', count: 1 },
      { category: 'home', count: 2 },
      { category: 'outdoors', count: 1 },
    ])
    expect(found.products[0]).not.toHaveProperty('search')
  })

  it.each([
    ['lantern', ['Storm lantern', 'Beeswax candles'], 'a name before a description'],
    ['LANTERNS burning', ['Storm lantern', 'Beeswax candles'], 'word stems, in any case'],
    ['storm lant', ['Storm lantern'], 'a word that is still being typed'],
    ['the', ['Beeswax candles'], 'a word that says nothing'],
    ['café', ['Café au lait bowl'], 'accents'],
    ['chair', ['Deckchair'], 'a part of a name'],
    ['lantern umbrella', ['Storm lantern', 'Beeswax candles'], 'some of the words where none has all'],
    ["o'neil & (sons) | !:*", [], 'signs that mean something to PostgreSQL'],
    ['zeppelin', [], 'what there is not'],
  ])('for %s finds %j: %s', async (text, expected) => {
    expect(await names({ text })).toEqual(expected)
  })

  it('keeps to a category, a price and what is in stock', async () => {
    expect(await names({ category: 'home', sort: 'name' })).toEqual(['Beeswax candles', 'Café au lait bowl'])
    expect(await names({ category: 'home', inStock: true })).toEqual(['Beeswax candles'])
    expect(await names({ priceFrom: 1800, priceTo: 4500, sort: 'price-asc' })).toEqual([
      'Café au lait bowl',
      'Storm lantern',
    ])
    expect(await names({ sort: 'price-desc' })).toEqual([
      'Deckchair',
      'Storm lantern',
      'Café au lait bowl',
      'Beeswax candles',
    ])
    const found = await ask(searchProducts, { category: 'garden', text: 'lantern' }, ada)
    expect(found).toMatchObject({ total: 0, facets: [{ category: 'home' }, { category: 'outdoors' }] })
  })

  it('without a letter or a figure looks for the signs themselves', async () => {
    expect(await names({ text: '-' })).toEqual([])
    expect(await names({ text: 'har\0bour' })).toEqual(await names({ text: 'harbour' }))
  })

  it('comes in pages', async () => {
    expect(await names({ sort: 'name', pageSize: 3, page: 2 })).toEqual(['Storm lantern'])
    expect(await ask(searchProducts, { pageSize: 3, page: 9 }, ada)).toMatchObject({ products: [], total: 4 })
  })

  it('for the back office knows everything, and finds it by its sku', async () => {
    expect(await ask(listProducts, {})).toMatchObject({ total: 6 })
    expect((await ask(listProducts, { text: 'sku-4' })).products.map(({ name }) => name)).toEqual(['Deckchair'])
    expect((await ask(listProducts, { onSale: false, category: 'past' })).products).toHaveLength(1)
    expect(await ask(listProducts, { text: '%' })).toMatchObject({ total: 0 })
  })

  it('leads to a page that tells when a product is no longer sold, and to none for what only a history knows', async () => {
    expect(await ask(findProductPage, { slug: 'lantern-5' }, ada)).toMatchObject({
      name: 'Driftwood frame',
      onSale: false,
    })
    expect(await ask(findProductPage, { slug: 'lantern-6' }, ada)).toBeNull()
    const addresses = await ask(listProductAddresses, { limit: 3 }, ada)
    expect(addresses.map(({ slug }) => slug)).toEqual(['lantern-4', 'lantern-3', 'lantern-2'])
    expect(await ask(findProduct, { productId: idOf(60) })).toMatchObject({ name: 'Lantern of old' })
  })
})

describe('the back office', () => {
  beforeEach(async () => {
    const day = (n: number) => `2026-05-${String(n).padStart(2, '0')}T10:00:00.000Z`
    await shop.record([created(1), registered(bea.id, 'bea', day(1))])
    for (let n = 1; n <= 12; n++) {
      const theirs = {
        shopperId: bea.id,
        contact: { name: 'Bea Quill', email: 'bea@example.org' },
        lines: [line(1, 2)],
      }
      await shop.record([placed(n, n % 4 === 0 ? theirs : {}, day(n)), authorised(n)])
    }
    await shop.record([shipped(4, day(20))])
    await shop.record([refunded(4, 900, { shopperId: bea.id }, day(21)), priceChanged(1, 3900, day(22))])
    await shop.catchUpAll()
  })

  const numbers = async (input: object) => (await ask(listOrders, input)).orders.map(({ number }) => number)

  it('finds orders by where they stand, by text and by days of the shop’s time zone', async () => {
    expect(await numbers({ status: 'shipped' })).toEqual(['TM-4'])
    const queue = { status: 'paid', oldestFirst: true, pageSize: 3 }
    expect(await numbers(queue)).toEqual(['TM-1', 'TM-2', 'TM-3'])
    expect(await numbers({ ...queue, page: 2 })).toEqual(['TM-5', 'TM-6', 'TM-7'])
    expect(await numbers({ text: 'QUILL', pageSize: 2 })).toEqual(['TM-12', 'TM-8'])
    for (const text of ['tm-11', 'TM11', '#tm-11', 'byr ad 11', 'tm 11 ada@example.org'])
      expect(await numbers({ text })).toEqual(['TM-11'])
    for (const text of ['-', 'bea byron', 'tm_11', '%']) expect(await numbers({ text })).toEqual([])
    expect(await numbers({ from: '2026-05-02', to: '2026-05-03' })).toEqual(['TM-3', 'TM-2'])
    expect(await ask(listOrders, { page: 2, pageSize: 5 })).toMatchObject({ total: 12, timeZone: 'Europe/London' })
    expect(await numbers({ page: 3, pageSize: 5 })).toEqual(['TM-2', 'TM-1'])
  })

  it.each([
    ['all of them, the newest first', {}, '12 11 10 9 8 7 6 5 4 3 2 1'],
    ['those to ship, the oldest first', { status: 'paid', oldestFirst: true }, '1 2 3 5 6 7 8 9 10 11 12'],
    ['those that are searched for', { text: 'quill', to: '2026-05-08' }, '8 4'],
    ['none', { text: 'grace' }, ''],
  ])('takes orders out stretch by stretch: %s', async (_, which, expected) => {
    const found: string[] = []
    let after: OrderPlace | null = null
    do {
      const stretch: OrderStretchView = await ask(listOrdersAfter, { ...which, after, limit: 3 })
      found.push(...stretch.orders.map(({ number }) => number.slice(3)))
      // Others order meanwhile: pages would move on by one.
      if (after === null) await shop.record([placed(20, {}, '2026-05-30T10:00:00.000Z')])
      await shop.catchUpAll()
      after = stretch.next
    } while (after)
    expect(found.join(' ')).toBe(expected)
  })

  it('has nothing to ship of an order that was paid back, and counts every penny of it once', async () => {
    const back = cancelled(placed(11, {}, '2026-05-11T10:00:00.000Z'), '2026-05-22T10:00:00.000Z', 0)
    const paidBack = { refundId: idOf(9100) }
    await shop.record([refunded(11, 500, {}, '2026-05-21T10:00:00.000Z')])
    await shop.catchUpAll()
    expect(await numbers({ status: 'paid', pageSize: 2 })).toEqual(['TM-12', 'TM-11'])
    await shop.record([refunded(11, 4000, paidBack, '2026-05-22T10:00:00.000Z'), back])
    await shop.catchUpAll()
    expect(await numbers({ status: 'paid', pageSize: 2 })).toEqual(['TM-12', 'TM-10'])
    expect(await ask(listOrders, { status: 'cancelled' })).toMatchObject({ orders: [{ total: 4500, refunded: 4500 }] })
    const input = { orderId: back.data.orderId }
    expect(await ask(findOrder, input, ada)).toMatchObject({ status: 'cancelled', payment: { status: 'authorised' } })
    expect(await ask(findCustomerStatistics, { shopperId: ada.id })).toMatchObject({ spent: 40_500, refunded: 4500 })
    const { total } = await ask(getRevenue, { from: '2026-05-01', to: '2026-05-31' })
    expect(total).toMatchObject({ gross: 67_500, refunds: 5400, net: 62_100, orders: 12, averageOrderValue: 5625 })
    expect((await ask(listStockLevels, {})).levels.map(({ onHand }) => onHand)).toEqual([5 - 9 - 6 + 1, 3])
    expect(await ask(listTopProducts, { from: '2026-05-01', to: '2026-05-31', limit: 1 })).toMatchObject({
      products: [{ quantity: 14, amount: 63_000 }],
    })
  })

  it('takes a day from midnight to midnight where the shop is', async () => {
    await shop.record([placed(13, {}, '2026-06-30T22:59:59.999Z'), placed(14, {}, '2026-06-30T23:00:00.000Z')])
    await shop.catchUpAll()
    expect(await numbers({ from: '2026-06-30', to: '2026-06-30' })).toEqual(['TM-13'])
    expect(await numbers({ from: '2026-07-01' })).toEqual(['TM-14'])
  })

  it('knows its best customers and each one’s figures', async () => {
    const { customers } = await ask(listTopCustomers, { limit: 2 })
    expect(customers.map(({ name, orders, spent, refunded }) => [name, orders, spent, refunded])).toEqual([
      ['Ada Byron', 9, 40_500, 0],
      ['Bea Quill', 3, 27_000, 900],
    ])
    const own = await ask(findCustomerStatistics, { shopperId: bea.id }, bea)
    expect(own).toMatchObject({ firstOrderAt: '2026-05-04T10:00:00.000Z', lastOrderAt: '2026-05-12T10:00:00.000Z' })
    await expect(ask(findCustomerStatistics, { shopperId: bea.id }, ada)).rejects.toThrow('Not permitted')
  })

  it('sees what is running out', async () => {
    const { levels, total } = await ask(listStockLevels, {})
    expect(levels.map(({ label, onHand }) => [label, onHand])).toEqual([
      ['Brass', 5 - 9 - 6],
      ['Copper', 3],
    ])
    expect(total).toBe(2)
    expect(await ask(listStockLevels, { below: 0 })).toMatchObject({ total: 1 })
    const found = async (text: string, below?: number) =>
      (await ask(listStockLevels, { text, ...(below && { below }) })).levels.map(({ label }) => label)
    expect(await found('STORM lan')).toEqual(['Brass', 'Copper'])
    expect(await found('STORM lan', 1)).toEqual(['Brass'])
    expect(await found('lantern-1-c')).toEqual(['Copper'])
    expect([...(await found('%')), ...(await found('kettle'))]).toEqual([])
  })

  it('reads the shop’s diary page by page', async () => {
    const first = await ask(listActivity, { limit: 3 })
    expect(first.entries.map(({ type }) => type)).toEqual(['PriceChanged', 'RefundIssued', 'OrderShipped'])
    const rest = await ask(listActivity, { limit: 100, before: first.next })
    expect(rest.entries[0]).toMatchObject({ type: 'OrderPlaced', details: { number: 'TM-12', items: 2 } })
    expect(rest).toMatchObject({ next: null })
    expect(first.entries.length + rest.entries.length).toBe(1 + 1 + 12 + 3)
  })

  it('reads the history of a product, latest first', async () => {
    const history = await ask(listProductHistory, { productId: idOf(10) })
    expect(history.entries.map(({ type }) => type)).toEqual(['PriceChanged', 'ProductCreated'])
    expect(history.total).toBe(2)
  })

  it('is told how late its screens are, also when nobody projects', async () => {
    const upToDate = await ask(listProjections, {})
    expect(upToDate.projections).toHaveLength(shop.projections.length)
    expect(upToDate.projections.every(({ behind, lagMs }) => behind === 0 && lagMs === 0)).toBe(true)
    await shop.record([placed(15), authorised(15)])
    await shop.catchUpAll(100, ['revenue'])
    await shop.command`select pg_sleep(0.05)`
    const late = await ask(listProjections, {})
    const of = (name: string) => late.projections.find(({ projection }) => projection === name)
    expect(of('revenue')).toMatchObject({ behind: 0, lagMs: 0 })
    expect(of('cart')).toMatchObject({ behind: 2 })
    expect(late.lagMs).toBeGreaterThanOrEqual(50)
    expect(late.lagMs).toBeLessThan(20_000)
  })

  it('is closed to shoppers', async () => {
    const closed = [
      listOrders,
      listProducts,
      listActivity,
      listStockLevels,
      listTopCustomers,
      listProjections,
    ] as Query[]
    for (const query of closed) await expect(ask(query, {}, ada)).rejects.toThrow('Not permitted')
    for (const query of [listProductHistory, findProduct] as Query[]) {
      await expect(ask(query, { productId: idOf(10) }, ada)).rejects.toThrow('Not permitted')
    }
  })
})
