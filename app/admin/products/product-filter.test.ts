import { expect, test } from 'vitest'
import { parseProductFilter, productsPath } from './product-filter'

const parse = (query: string) => parseProductFilter(Object.fromEntries(new URLSearchParams(query)))

test.each(['/admin/products', '/admin/products?q=boots&category=wear&sale=off&page=2', '/admin/products?sale=on'])(
  'the address %s says itself again',
  (address) => {
    expect(productsPath(parse(address.split('?')[1] ?? ''))).toBe(address)
  },
)

test('an address that makes no sense asks for everything', () => {
  expect(parse('category=shoes&sale=maybe&page=0')).toEqual({ page: 1, pageSize: 25 })
})
