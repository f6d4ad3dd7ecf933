import { describe, expect, it } from 'vitest'
import { cancelled, created, discontinued, idOf, line, placed, priceChanged, revised } from '../testing'
import { applyToListedProduct } from './listed-product.view'
import { applyToProductList, type ProductListView } from './product-list.view'
import { applyToProductSearch, type ProductSearch, type ProductSearchView } from './product-search.view'

describe('a listed product', () => {
  const product = applyToListedProduct(null, created())

  it('shows the cheapest and the dearest price, and the stock of all variants', () => {
    expect(product).toMatchObject({ priceFrom: 4500, priceTo: 5000, stock: 8, onSale: true })
  })

  it('follows its prices and its stock', () => {
    expect(applyToListedProduct(product, priceChanged(1, 6000))).toMatchObject({ priceFrom: 5000, priceTo: 6000 })
    expect(applyToListedProduct(product, placed(1, { lines: [line(1, 2)] }))).toMatchObject({ stock: 6 })
  })

  it('says what was said of it last, and nothing else is changed', () => {
    const to = { name: 'Gale lantern', category: 'garden' } as const
    expect(applyToListedProduct(product, revised(1, to))).toEqual({ ...product, ...to })
  })

  it('says no price at which nothing is left, unless nothing is left at all', () => {
    const sold = (n: number, quantity: number) => placed(n, { lines: [line(1, quantity)] })
    const oneLeft = applyToListedProduct(product, sold(1, 5))
    expect(oneLeft).toMatchObject({ priceFrom: 5000, priceTo: 5000, stock: 3 })
    expect(applyToListedProduct(oneLeft, cancelled(sold(1, 5)))).toMatchObject({ priceFrom: 4500, priceTo: 5000 })
    const stock = 0
    const none = created(1, { variants: created(1).data.variants.map((one) => ({ ...one, stock })) })
    expect(applyToListedProduct(null, none)).toMatchObject({ priceFrom: 4500, priceTo: 5000, stock })
  })

  it('is another product than the one an event speaks of', () => {
    expect(applyToListedProduct(product, priceChanged(2, 1))).toBe(product)
    expect(applyToListedProduct(product, placed(1, { lines: [line(2, 1)] }))).toBe(product)
  })

  it('is no longer on sale once it was discontinued', () => {
    expect(applyToListedProduct(product, discontinued(1))).toMatchObject({ onSale: false })
  })
})

describe('a search that has to catch up', () => {
  const search: ProductSearch = { page: 1, pageSize: 2, sort: 'price-asc' }
  const [one, two] = [created(1), created(2)].map((event) => applyToListedProduct(null, event))
  const view = {
    products: [one, two],
    total: 2,
    page: 1,
    pageSize: 2,
    facets: [{ category: 'outdoors', count: 2 }],
  } as ProductSearchView
  const ids = (after: ProductSearchView) => after.products.map(({ productId }) => productId)

  it('drops what is no longer on sale, and counts it no more', () => {
    const after = applyToProductSearch(view, discontinued(1), search)
    expect(ids(after)).toEqual([idOf(20)])
    expect(after).toMatchObject({ total: 1, facets: [{ category: 'outdoors', count: 1 }] })
  })

  it('drops what has become too dear, and what was the last one', () => {
    const dearer = (priceTo: number) => applyToProductSearch(view, priceChanged(1, 9000), { ...search, priceTo })
    expect(ids(dearer(5000))).toEqual([idOf(20), idOf(10)])
    expect(ids(dearer(4900))).toEqual([idOf(20)])
    expect(dearer(4900).total).toBe(1)
    const sold = applyToProductSearch(view, placed(1, { lines: [line(1, 8)] }), { ...search, inStock: true })
    expect(sold.total).toBe(1)
  })

  it('sorts by the price that holds now', () => {
    expect(ids(applyToProductSearch(view, priceChanged(2, 100), search))).toEqual([idOf(20), idOf(10)])
  })

  it('shows a new product where it belongs, if it is looked for', () => {
    const cheap = created(3, { variants: [{ variantId: idOf(31), sku: 'X', label: '', price: 100, stock: 1 }] })
    const after = applyToProductSearch(view, cheap, search)
    expect(ids(after)).toEqual([idOf(30), idOf(10)])
    expect(after).toMatchObject({ total: 3, facets: [{ category: 'outdoors', count: 3 }] })
    expect(applyToProductSearch(view, cheap, { ...search, text: 'kettle' })).toEqual(view)
    expect(ids(applyToProductSearch(view, cheap, { ...search, text: 'Lant' }))).toContain(idOf(30))
  })

  it('counts a new product of another category without showing it', () => {
    const after = applyToProductSearch(view, created(3, { category: 'home' }), { ...search, category: 'outdoors' })
    expect(after).toMatchObject({ total: 2, facets: [{ category: 'home', count: 1 }, { category: 'outdoors' }] })
  })

  it('counts a revised product where it stands now, and shows it there only', () => {
    const moved = revised(1, { category: 'garden' })
    const facets = [
      { category: 'garden', count: 1 },
      { category: 'outdoors', count: 1 },
    ]
    const everywhere = applyToProductSearch(view, moved, search)
    expect(everywhere).toMatchObject({ total: 2, facets, products: [{ category: 'garden' }, {}] })
    const outdoors = applyToProductSearch(view, moved, { ...search, category: 'outdoors' })
    expect(outdoors).toMatchObject({ total: 1, facets })
    expect(ids(outdoors)).toEqual([idOf(20)])
  })

  it('puts a product that is called another where its name stands, in a list by name only', () => {
    const renamed = revised(1, { name: 'Zephyr lantern' })
    expect(ids(applyToProductSearch(view, renamed, { ...search, sort: 'name' }))).toEqual([idOf(20), idOf(10)])
    expect(ids(applyToProductSearch(view, renamed, { ...search, sort: 'newest' }))).toEqual([idOf(10), idOf(20)])
  })

  it('never offers what only a history knows', () => {
    expect(applyToProductSearch(view, created(3, { category: 'past', onSale: false }), search)).toEqual(view)
  })
})

describe('the list of the back office that has to catch up', () => {
  const view: ProductListView = { products: [applyToListedProduct(null, created(1))], total: 1, page: 1, pageSize: 25 }
  const request = { page: 1, pageSize: 25 }

  it('keeps a discontinued product, unless only those on sale are asked for', () => {
    expect(applyToProductList(view, discontinued(1), request)).toMatchObject({
      total: 1,
      products: [{ onSale: false }],
    })
    expect(applyToProductList(view, discontinued(1), { ...request, onSale: true })).toMatchObject({ total: 0 })
  })

  it('drops a revised product that is no longer looked for', () => {
    const asked = { ...request, text: 'storm', category: 'outdoors' as const }
    expect(applyToProductList(view, revised(1, { description: 'Storm-proof.' }), asked)).toMatchObject({ total: 1 })
    expect(
      applyToProductList(view, revised(1, { name: 'Gale lantern' }), { ...asked, text: 'storm lantern 1' }),
    ).toMatchObject({ total: 0 })
    expect(applyToProductList(view, revised(1, { category: 'garden' }), asked)).toMatchObject({ total: 0 })
  })

  it('shows a new product first, and finds it by its sku', () => {
    const event = created(2, {}, '2026-06-01T00:00:00.000Z')
    expect(applyToProductList(view, event, request).products[0]).toMatchObject({ name: 'Storm lantern 2' })
    expect(applyToProductList(view, event, { ...request, text: 'lantern-2-c' }).total).toBe(2)
    expect(applyToProductList(view, event, { ...request, text: 'lantern-9' }).total).toBe(1)
  })
})
