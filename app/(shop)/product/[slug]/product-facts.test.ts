import { expect, test } from 'vitest'
import { applyToProductPage } from '@/server/read/product-page/product-page.view'
import { created, discontinued, line, placed } from '@/server/read/testing'
import { productFacts } from './product-facts'

const page = applyToProductPage(null, created()) ?? expect.unreachable()
const offers = (product = page) => productFacts(product, 'https://shop.example').offers

test('a search engine is told where a product is found and how it looks', () => {
  expect(productFacts(page, 'https://shop.example')).toMatchObject({
    '@type': 'Product',
    name: 'Storm lantern 1',
    url: 'https://shop.example/product/lantern-1',
    image: 'https://shop.example/pictures/lantern.svg',
    category: 'Outdoors',
  })
})

test('each version is offered at its price, in the currency’s own units', () => {
  expect(offers()).toMatchObject([
    { sku: 'LANTERN-1-B', name: 'Brass', price: '45.00', priceCurrency: 'GBP' },
    { sku: 'LANTERN-1-C', name: 'Copper', price: '50.00' },
  ])
  expect(offers({ ...page, currency: 'JPY' })[0]).toMatchObject({ price: '4500', priceCurrency: 'JPY' })
})

test('what is sold out, or not sold any more, says so', () => {
  const availabilities = (product: typeof page | null) =>
    offers(product ?? expect.unreachable()).map(({ availability }) => availability.split('/').at(-1))
  expect(availabilities(applyToProductPage(page, placed(1, { lines: [line(1, 5)] })))).toEqual([
    'OutOfStock',
    'InStock',
  ])
  expect(availabilities(applyToProductPage(page, discontinued(1)))).toEqual(['Discontinued', 'Discontinued'])
})
