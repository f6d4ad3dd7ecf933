import { expect, test } from 'vitest'
import { newsFor, together } from './news'

const ADA = '0198f000-0000-7000-8000-0000000000a1'
const BEN = '0198f000-0000-7000-8000-0000000000b2'
const ORDER = '0198f000-0000-7000-8000-0000000000c3'
const ada = { actorId: ADA, hearsAll: false }
const merchant = { actorId: BEN, hearsAll: true }

test('a shopper is told of his own rows, and of nobody else beside them', () => {
  const moved = { projection: 'order-history', counter: 7, keys: [ADA, BEN, ORDER] }
  expect(newsFor(ada, [moved])).toEqual([{ ...moved, keys: [ADA] }])
})

test("a shopper is not told of others' rows", () => {
  expect(newsFor(ada, [{ projection: 'cart', counter: 7, keys: [BEN] }])).toEqual([])
})

test('what only staff may read is announced to staff alone, however much changed', () => {
  const all = [
    { projection: 'revenue', counter: 7, keys: null },
    { projection: 'customer-statistics', counter: 8, keys: [ADA] },
  ]
  expect(newsFor(ada, all)).toEqual([])
  expect(newsFor(merchant, all)).toEqual(all)
})

test('the catalogue is announced to everybody', () => {
  const moved = { projection: 'product-page', counter: 7, keys: [ORDER] }
  expect(newsFor(ada, [moved])).toEqual([moved])
})

test('that too many rows changed to name them is told to everybody who may have some of them', () => {
  const moved = { projection: 'cart', counter: 7, keys: null }
  expect(newsFor(ada, [moved])).toEqual([moved])
})

test('more ids than are worth telling apart are not named', () => {
  const keys = Array.from({ length: 201 }, (_, index) => `product ${index}`)
  expect(newsFor(merchant, [{ projection: 'stock-levels', counter: 7, keys }])[0]?.keys).toBeNull()
})

test('of several marks of one projection the last is told, with everything that changed up to it', () => {
  const all = [
    { projection: 'cart', counter: 8, keys: [ADA] },
    { projection: 'revenue', counter: 3, keys: null },
    { projection: 'cart', counter: 7, keys: [ADA, BEN] },
    { projection: 'revenue', counter: 4, keys: [ORDER] },
  ]
  expect(together(all)).toEqual([
    { projection: 'cart', counter: 8, keys: [ADA, BEN] },
    { projection: 'revenue', counter: 4, keys: null },
  ])
})
