import { expect, test } from 'vitest'
import { productInput } from './product-input'

const version = { label: '', sku: 'LAN-1', price: '12.50', stock: '4' }
const lantern = {
  name: ' Gale lantern ',
  slug: 'gale-lantern',
  description: 'Burns in any wind.',
  category: 'outdoors',
  picture: 'torch',
  variants: [version],
}
const check = (changes: object) => productInput('GBP').safeParse({ ...lantern, ...changes })
const said = (changes: object) =>
  check(changes).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

test('what is typed becomes pence and whole numbers', () => {
  expect(check({}).data).toEqual({
    ...lantern,
    name: 'Gale lantern',
    variants: [{ ...version, price: 1250, stock: 4 }],
  })
})

test('a single version needs no label, several do', () => {
  const second = { ...version, sku: 'LAN-2' }
  expect(said({ variants: [version, { ...second, label: 'Brass' }] })).toEqual([
    'variants.0.label: Say what sets it apart: its size, its colour.',
  ])
})

test('two versions share neither label nor SKU', () => {
  const brass = { ...version, label: 'Brass' }
  expect(said({ variants: [brass, { ...brass, sku: ' lan-1 ' }] })).toEqual([
    'variants.1.label: Another version is called that.',
    'variants.1.sku: Another version has this SKU.',
  ])
})

test.each([
  [{ slug: 'Gale Lantern' }, 'slug: Lower-case letters and figures, in words joined by hyphens.'],
  [{ name: 'x' }, 'name: A name has two letters at least.'],
  [{ description: 'Burns.' }, 'description: Say a little more about it.'],
  [{ category: 'past' }, 'category: Choose where it stands in the shop.'],
  [{ picture: 'unicorn' }, 'picture: Choose a picture.'],
  [{ variants: [{ ...version, price: '12.505' }] }, 'variants.0.price: Write an amount in figures, such as 12.50.'],
  [{ variants: [{ ...version, stock: '1.5' }] }, 'variants.0.stock: A whole number from 0 to 1,000,000, please.'],
])('%o is told where it is wrong', (changes, message) => {
  expect(said(changes)).toEqual([message])
})
