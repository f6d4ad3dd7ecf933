import { expect, test } from 'vitest'
import { applyToVariants, productsOf } from './listed-variant'
import { cancelled, created, idOf, line, placed, priceChanged, restocked } from './testing'

const { variants } = created().data
const stocks = (after: typeof variants) => after.map(({ stock }) => stock)

test('an order takes its units off the shelf, line by line, and a cancellation puts them back', () => {
  const order = placed(1, { lines: [line(1, 2), line(1, 1)] })
  const after = applyToVariants(variants, order)
  expect(stocks(after)).toEqual([2, 3])
  expect(applyToVariants(after, cancelled(order))).toEqual(variants)
})

test('an imported order takes nothing from this shelf', () => {
  const order = placed(1, { origin: 'history' })
  expect(productsOf(order)).toEqual([])
  expect(applyToVariants(variants, order)).toEqual(variants)
})

test('a price and a delivery change the variant that they name', () => {
  expect(applyToVariants(variants, priceChanged(1, 3900)).map(({ price }) => price)).toEqual([3900, 5000])
  expect(stocks(applyToVariants(variants, restocked(1, 10)))).toEqual([15, 3])
})

test('an order concerns each of its products once', () => {
  expect(productsOf(placed(1, { lines: [line(1, 1), line(2, 1), line(1, 1)] }))).toEqual([idOf(10), idOf(20)])
})
