import { expect, test } from 'vitest'
import { addressWith, dayIn, one, pageOf } from './address'

test('a parameter that is given twice counts once, and without the spaces around it', () => {
  expect(one([' kettle ', 'pot'])).toBe('kettle')
  expect(one(undefined)).toBe('')
})

test.each([
  ['3', 3],
  ['0', 1],
  ['-2', 1],
  ['2.5', 1],
  ['x', 1],
  ['1e9', 1],
])('page "%s" is page %d', (page, number) => {
  expect(pageOf({ page })).toBe(number)
})

test.each(['2026-02-30', '2026-13-01', 'today', '2026-2-3', '', '0000-01-01', '0001-01-05'])(
  '"%s" is no day',
  (day) => {
    expect(dayIn(day)).toBeUndefined()
  },
)

test('a day is a day', () => {
  expect(dayIn('2028-02-29')).toBe('2028-02-29')
})

test('an address says no more than it must', () => {
  expect(addressWith('/admin/orders', { status: undefined, q: '', page: 1 })).toBe('/admin/orders')
  expect(addressWith('/admin/orders', { q: 'Ada & co', page: 2 })).toBe('/admin/orders?q=Ada+%26+co&page=2')
})
