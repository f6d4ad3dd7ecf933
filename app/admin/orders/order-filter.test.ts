import { expect, test } from 'vitest'
import { ordersPath, parseOrderFilter } from './order-filter'

const parse = (query: string) => parseOrderFilter(Object.fromEntries(new URLSearchParams(query)))

test.each([
  '/admin/orders',
  '/admin/orders?status=paid&q=ada&from=2026-11-01&to=2026-11-20&page=3',
  '/admin/orders?to=2026-11-20',
])('the address %s says itself again', (address) => {
  expect(ordersPath(parse(address.split('?')[1] ?? ''))).toBe(address)
})

test('an address that makes no sense asks for everything', () => {
  expect(parse('status=lost&q=%20&from=yesterday&page=zero')).toEqual({ page: 1, pageSize: 25 })
})

test('days that are the wrong way round are turned', () => {
  expect(parse('from=2026-11-20&to=2026-11-01')).toMatchObject({ from: '2026-11-01', to: '2026-11-20' })
})

test('what is to be shipped is asked for as it waits, and everything else with the newest first', () => {
  expect(parse('status=paid')).toMatchObject({ oldestFirst: true })
  for (const query of ['', 'status=shipped', 'status=awaiting-payment'])
    expect(parse(query)).not.toHaveProperty('oldestFirst')
})
