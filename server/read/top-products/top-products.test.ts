import { expect, test } from 'vitest'
import { cancelled, line, NOON, placed, revised } from '../testing'
import { salesOf } from './sales'
import { applyToTopProducts, type TopProduct, type TopProductsView } from './top-products.view'

const top = (n: number, quantity: number): TopProduct => {
  const { productId, slug, name, picture, category, amount } = line(n, quantity)
  return { productId, slug, name, picture, category, quantity, amount }
}
const range = { from: '2026-04-05', to: '2026-05-04', timeZone: 'Europe/London' }
const view: TopProductsView = { ...range, products: [top(1, 5), top(2, 4)] }

test('a sale counts on the day that the shop’s clocks showed, and its cancellation takes it out of that day', () => {
  const order = placed(1, { lines: [line(1, 2)] }, '2026-05-04T23:30:00.000Z')
  const [sale] = salesOf(order, 'Europe/London')
  expect(sale).toMatchObject({ day: '2026-05-05', quantity: 2, amount: 9000 })
  expect(salesOf(cancelled(order, '2026-06-01T00:00:00.000Z'), 'Europe/London')).toEqual([
    { ...sale, quantity: -2, amount: -9000 },
  ])
})

test('an own order moves a product up', () => {
  const after = applyToTopProducts(view, placed(1, { lines: [line(2, 3)] }, NOON), 10)
  expect(after.products).toEqual([top(2, 7), top(1, 5)])
})

test('a product joins a list that has room, because it sold nothing before', () => {
  expect(applyToTopProducts(view, placed(1, { lines: [line(3, 1), line(3, 8)] }), 10).products[0]).toEqual(top(3, 9))
})

test('a product stays out of a full list, because what it sold before is not known', () => {
  expect(applyToTopProducts(view, placed(1, { lines: [line(3, 9)] }), 2)).toEqual(view)
})

test('what is cancelled to the last piece leaves the list', () => {
  const order = placed(1, { lines: [line(2, 4)] })
  expect(applyToTopProducts(view, cancelled(order), 10).products).toEqual([top(1, 5)])
})

test('a product is listed by what it is called now', () => {
  const [first, second] = view.products
  const after = applyToTopProducts(view, revised(2, { name: 'Gale lantern', description: 'Burns in gales.' }), 10)
  expect(after.products).toEqual([first, { ...second, name: 'Gale lantern' }])
})

test('other days change nothing', () => {
  expect(applyToTopProducts(view, placed(1, {}, '2026-05-09T12:00:00.000Z'), 10)).toEqual(view)
})

test('postage and fees of a history are sold by nobody', () => {
  const postage = { ...line(3, 1), category: 'charges' as const }
  const order = placed(1, { lines: [line(1, 2), postage] }, NOON)
  expect(salesOf(order, 'Europe/London').map(({ productId }) => productId)).toEqual([line(1, 2).productId])
  expect(applyToTopProducts(view, order, 10).products).toEqual([top(1, 7), top(2, 4)])
})
