import { expect, test } from 'vitest'
import { parseStockFilter, stockPath } from './stock-filter'

const parse = (query: string) => parseStockFilter(Object.fromEntries(new URLSearchParams(query)))

test.each(['/admin/stock', '/admin/stock?q=boots&below=25&page=2', '/admin/stock?q=boots&all=1'])(
  'the address %s says itself again',
  (address) => {
    expect(stockPath(parse(address.split('?')[1] ?? ''))).toBe(address)
  },
)

test.each(['', 'below=few', 'below=0', 'below=-3', 'below=2.5'])('"%s" asks for what is low', (query) => {
  expect(parse(query)).toEqual({ below: 10, page: 1, pageSize: 50 })
})

test('how few is said counts, also where everything was asked for before', () => {
  expect(parse('all=1&below=5')).toMatchObject({ below: 5 })
  expect(parse('all=1&below=')).not.toHaveProperty('below')
})
