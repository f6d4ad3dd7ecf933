import { expect, test } from 'vitest'
import { cancelled, corrected, created, discontinued, line, placed, restocked, revised } from '../testing'
import { applyToShelf, applyToStockLevels, type StockLevelsView } from './stock-levels.view'

const shelf = applyToShelf([], created())
const onHand = (levels: typeof shelf) => levels.map((level) => level.onHand)

test('each variant has its own level', () => {
  expect(onHand(shelf)).toEqual([5, 3])
  const order = placed(1, { lines: [line(1, 2)] })
  expect(onHand(applyToShelf(shelf, order))).toEqual([3, 3])
  expect(onHand(applyToShelf(applyToShelf(shelf, order), cancelled(order)))).toEqual([5, 3])
  expect(onHand(applyToShelf(shelf, restocked(1, 7)))).toEqual([12, 3])
  expect(onHand(applyToShelf(shelf, corrected(1, -2)))).toEqual([3, 3])
})

test('all variants are called what their product is called now', () => {
  const to = { name: 'Gale lantern', description: 'Burns in gales.', picture: 'torch' }
  const [brass, copper] = shelf
  const shown = { name: 'Gale lantern', picture: 'torch' }
  expect(applyToShelf(shelf, revised(1, to))).toEqual([
    { ...brass, ...shown },
    { ...copper, ...shown },
  ])
  expect(applyToShelf(shelf, revised(2, to))).toEqual(shelf)
})

test('what an event does not change stays the same row', () => {
  expect(applyToShelf(shelf, placed(1, { lines: [line(1, 2)] }))[1]).toBe(shelf[1])
})

const view: StockLevelsView = { levels: [...shelf].reverse(), total: 2, page: 1, pageSize: 10 }
const request = { page: 1, pageSize: 10 }

test('the scarcest variant moves to the top', () => {
  const after = applyToStockLevels(view, placed(1, { lines: [line(1, 4)] }), request)
  expect(onHand(after.levels)).toEqual([1, 3])
})

test('what was filled up leaves a list of what is scarce, and what has ended leaves every list', () => {
  expect(applyToStockLevels(view, restocked(1, 20), { ...request, below: 10 })).toMatchObject({ total: 1 })
  expect(applyToStockLevels(view, discontinued(1), request)).toMatchObject({ total: 0, levels: [] })
})

test('a new product’s variants stand where their stock puts them', () => {
  expect(onHand(applyToStockLevels(view, created(2), request).levels)).toEqual([3, 3, 5, 5])
})

test('a new product’s variants are listed if their name or their SKU is looked for', () => {
  const found = (text: string) => applyToStockLevels(view, created(2), { ...request, text }).levels.length
  expect(found('LANTERN 2')).toBe(4)
  expect(found('lantern-2-c')).toBe(3)
  expect(found('kettle')).toBe(2)
})
