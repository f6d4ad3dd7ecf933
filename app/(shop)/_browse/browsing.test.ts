import { expect, test } from 'vitest'
import { browsingPath, canonicalPath, parseBrowsing, toProductSearch } from './browsing'

const parse = (query: string) => parseBrowsing(Object.fromEntries(new URLSearchParams(query)))

test.each(['/search', '/search?q=wool+socks&in=wear&price=10-25&stock=1&sort=price-asc&page=3', '/search?price=100-'])(
  'the address %s says itself again',
  (address) => {
    const [path = '', query = ''] = address.split('?')
    expect(browsingPath(path, parse(query))).toBe(address)
  },
)

test('an address that makes no sense asks for everything', () => {
  const browsing = parse('in=shoes&price=cheap&stock=yes&sort=random&page=-4')
  expect(toProductSearch(browsing, 'GBP')).toEqual({ page: 1, pageSize: 24 })
})

test('a name that is given twice counts once', () => {
  expect(parseBrowsing({ q: ['kettle', 'pot'] }).text).toBe('kettle')
})

test.each([
  ['GBP', 1000, 2500],
  ['JPY', 10, 25],
])('prices in %s are asked for in its smallest unit', (currency, priceFrom, priceTo) => {
  expect(toProductSearch(parse('price=10-25'), currency)).toMatchObject({ priceFrom, priceTo })
})

test('an open end of a price band stays open', () => {
  expect(toProductSearch(parse('price=-10'), 'GBP')).toMatchObject({ priceTo: 1000 })
  expect(toProductSearch(parse('price=-10'), 'GBP')).not.toHaveProperty('priceFrom')
})

test.each([
  ['', '/category/wear'],
  ['page=3', '/category/wear?page=3'],
  ['price=10-25&page=3', '/category/wear'],
  ['stock=1&sort=name', '/category/wear'],
  ['utm_source=letter', '/category/wear'],
])('a department that is asked for with "%s" is known as %s', (query, address) => {
  expect(canonicalPath('/category/wear', parse(query))).toBe(address)
})
