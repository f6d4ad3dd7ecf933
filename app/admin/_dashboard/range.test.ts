import { expect, test } from 'vitest'
import { daysIn, lengthPath, ownRangePath, parseRange, rangeBefore, rangeText } from './range'

const TODAY = '2026-11-20'
const parse = (query: string) => parseRange(Object.fromEntries(new URLSearchParams(query)), TODAY)

test('without a wish it is the last 30 days, today included', () => {
  const { range, days } = parse('')
  expect({ range, days }).toEqual({ range: { from: '2026-10-22', to: TODAY }, days: 30 })
  expect(daysIn(range)).toBe(30)
})

test('the days before are as many, and end where the range begins', () => {
  expect(rangeBefore(parse('days=7').range)).toEqual({ from: '2026-11-07', to: '2026-11-13' })
})

test('a range over the end of summer time has all its days', () => {
  expect(daysIn({ from: '2026-10-24', to: '2026-10-26' })).toBe(3)
})

test.each([
  ['from=2026-03-01&to=2026-03-31', '2026-03-01', '2026-03-31'],
  ['from=2026-03-31&to=2026-03-01', '2026-03-01', '2026-03-31'],
  ['from=2026-11-01&to=2027-01-01', '2026-11-01', TODAY],
  ['from=2027-01-01&to=2027-02-01', TODAY, TODAY],
  ['from=1900-01-01&to=2026-11-20', '2016-11-23', TODAY],
])('%s is asked for as it can be', (query, from, to) => {
  expect(parse(query)).toEqual({ range: { from, to }, days: 'own' })
})

test.each(['days=31', 'from=2026-03-01', 'from=soon&to=later'])('%s is no range', (query) => {
  expect(parse(query).days).toBe(30)
})

test('an address says itself again', () => {
  expect(parse(lengthPath(90).split('?')[1] ?? '').days).toBe(90)
  expect(lengthPath(30)).toBe('/admin')
  const range = { from: '2026-03-01', to: '2026-03-31' }
  expect(parse(ownRangePath(range).split('?')[1] ?? '').range).toEqual(range)
})

test('a single day is said once', () => {
  expect(rangeText({ from: '2026-03-01', to: '2026-03-31' })).toBe('1 March 2026 to 31 March 2026')
  expect(rangeText({ from: '2026-03-01', to: '2026-03-01' })).toBe('1 March 2026')
})
