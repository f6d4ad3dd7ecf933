import { expect, test } from 'vitest'
import { containing, insertOnPage } from './paging'

const ascending = (a: number, b: number) => a - b

test('a row stands on the page where the order puts it, and the last one makes room', () => {
  expect(insertOnPage([1, 3, 5], 2, ascending, { page: 1, pageSize: 3 })).toEqual([1, 2, 3])
})

test('a page with room takes a row at its end', () => {
  expect(insertOnPage([1, 3], 9, ascending, { page: 1, pageSize: 3 })).toEqual([1, 3, 9])
  expect(insertOnPage([], 9, ascending, { page: 1, pageSize: 3 })).toEqual([9])
})

test('a row that belongs after a full page is not on it', () => {
  expect(insertOnPage([1, 3, 5], 9, ascending, { page: 1, pageSize: 3 })).toEqual([1, 3, 5])
})

test('a later page does not show a row that belongs before it', () => {
  expect(insertOnPage([4, 5, 6], 1, ascending, { page: 2, pageSize: 3 })).toEqual([4, 5, 6])
  expect(insertOnPage([], 1, ascending, { page: 2, pageSize: 3 })).toEqual([])
})

test('signs that mean something in a pattern mean themselves in a search', () => {
  expect(containing('50%_\\')).toBe('%50\\%\\_\\\\%')
})
