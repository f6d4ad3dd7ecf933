import { expect, test } from 'vitest'
import { created, discontinued, idOf, merchant, placed, priceChanged, recorded, restocked, revised } from '../testing'
import { listProductAddresses } from './list-product-addresses.query'
import { findProduct, findProductPage } from './product-page.query'
import { applyToProductPage } from './product-page.view'

const page = applyToProductPage(null, created())

test('a page shows what the product was created with, and what holds of its variants now', () => {
  expect(page).toMatchObject({ slug: 'lantern-1', createdAt: created().at, variants: [{ stock: 5 }, { stock: 3 }] })
  const after = [priceChanged(1, 3900), restocked(1, 4), placed(), discontinued(1)].reduce(applyToProductPage, page)
  expect(after).toMatchObject({ onSale: false, variants: [{ price: 3900, stock: 8 }, { price: 5000 }] })
})

test('a page says what was said last of its product, at the address that it always had', () => {
  const to = { name: 'Gale lantern', description: 'Burns in gales.' }
  expect(applyToProductPage(page, revised(1, to))).toEqual({ ...page, ...to })
  expect(applyToProductPage(page, revised(2, to))).toBe(page)
})

test('a page that was asked for by its address appears with its own product only', () => {
  const ask = (event: ReturnType<typeof created>) =>
    findProductPage.apply(null, recorded(event), { slug: 'lantern-1' }, merchant)
  expect(ask(created(1))).toMatchObject({ productId: idOf(10) })
  expect(ask(created(2))).toBeNull()
  expect(ask(created(1, { category: 'past' }))).toBeNull()
})

test('a product that was asked for by its id is changed by its own events only', () => {
  const ask = (event: ReturnType<typeof created>) =>
    findProduct.apply(page, recorded(event), { productId: idOf(10) }, merchant)
  expect(ask(created(2))).toBe(page)
})

test('the addresses of what is on sale gain a new product and lose one that has ended', () => {
  const known = [{ productId: idOf(10), slug: 'lantern-1' }]
  const after = (event: Parameters<typeof recorded>[0], limit = 5) =>
    listProductAddresses.apply(known, recorded(event) as never, { limit }, merchant).map(({ slug }) => slug)
  expect(after(created(2))).toEqual(['lantern-2', 'lantern-1'])
  expect(after(created(2), 1)).toEqual(['lantern-2'])
  expect(after(created(2, { category: 'past' }))).toEqual(['lantern-1'])
  expect(after(created(2, { onSale: false }))).toEqual(['lantern-1'])
  expect(after(discontinued(1))).toEqual([])
})
