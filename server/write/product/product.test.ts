import { describe, expect, test } from 'vitest'
import type { ProductWords } from '@/server/events/product'
import { customer, given, guest, idOf, staffMember } from '../testing'
import { changePrice } from './change-price'
import { correctStock } from './correct-stock'
import { createProduct } from './create-product'
import { discontinueProduct } from './discontinue-product'
import type { Product } from './product'
import { restockProduct } from './restock-product'
import { reviseProduct } from './revise-product'

const productId = idOf(10)
const variantId = idOf(11)
const variants = [{ variantId, label: 'Brass', price: 4500 }]
const words: ProductWords = {
  name: 'Storm lantern',
  description: 'A lantern for storms.',
  category: 'outdoors',
  picture: 'lantern',
}
const product: Product = { productId, ...words, onSale: true, variants }
const discontinued = { ...product, onSale: false }
const name = 'Storm lantern'

describe('creating a product', () => {
  const input = {
    productId,
    slug: 'storm-lantern',
    name,
    description: 'A lantern for storms.',
    category: 'outdoors' as const,
    picture: 'lantern',
    currency: 'GBP',
    variants: [{ variantId, sku: 'LANTERN', label: '', price: 4500, stock: 5 }],
  }
  const nothingTaken = { currency: 'GBP', takenSlugs: [], takenSkus: [] }

  test('puts it on sale', () => {
    given(nothingTaken)
      .when(createProduct, input, staffMember)
      .thenRecords({ type: 'ProductCreated', key: productId, data: { ...input, onSale: true } })
  })

  test('refuses a slug or a SKU that another has', () => {
    given({ ...nothingTaken, takenSlugs: ['storm-lantern'] })
      .when(createProduct, input, staffMember)
      .thenRefuses('SlugTaken', { slug: 'storm-lantern' })
    given({ ...nothingTaken, takenSkus: ['LANTERN'] })
      .when(createProduct, input, staffMember)
      .thenRefuses('SkuTaken', { skus: ['LANTERN'] })
  })

  test('refuses one SKU for two variants', () => {
    const twice = {
      ...input,
      variants: [...input.variants, { ...input.variants[0], sku: 'Lantern', variantId: idOf(12) }],
    }
    given(nothingTaken)
      .when(createProduct, twice as typeof input, staffMember)
      .thenRefuses('SkuTaken', { skus: ['Lantern'] })
  })

  test('refuses another currency than the shop’s', () => {
    given({ ...nothingTaken, currency: 'EUR' })
      .when(createProduct, input, staffMember)
      .thenRefuses('CurrencyIsAnother', { currency: 'EUR' })
  })
})

describe('revising a product', () => {
  const from = { name, category: 'outdoors' as const }
  const to = { name: 'Gale lantern', category: 'garden' as const }
  const input = { productId, from, to }

  test('says what it was and what it is', () => {
    given(product)
      .when(reviseProduct, input, staffMember)
      .thenRecords({ type: 'ProductRevised', key: productId, data: { productId, name, from, to } })
  })

  test('leaves alone what it says already, and what somebody else revised meanwhile', () => {
    given({ ...product, name: 'Gale lantern', description: 'It never goes out.' })
      .when(reviseProduct, input, staffMember)
      .thenRecords({
        type: 'ProductRevised',
        key: productId,
        data: { productId, name: 'Gale lantern', from: { category: 'outdoors' }, to: { category: 'garden' } },
      })
  })

  test('refuses to replace what was not seen, and says what it is', () => {
    given({ ...product, name: 'Tin lantern' })
      .when(reviseProduct, input, staffMember)
      .thenRefuses('ProductHasChanged', { name: 'Tin lantern', now: { name: 'Tin lantern' } })
    given(product)
      .when(reviseProduct, { ...input, from: {} }, staffMember)
      .thenRefuses('ProductHasChanged', { name, now: from })
  })

  test('refuses what changes nothing', () => {
    given(product)
      .when(reviseProduct, { ...input, to: from }, staffMember)
      .thenRefuses('ProductIsTheSame', { name })
    given(product)
      .when(reviseProduct, { ...input, to: {} }, staffMember)
      .thenRefuses('ProductIsTheSame', { name })
  })

  test('needs a product on sale', () => {
    given(discontinued).when(reviseProduct, input, staffMember).thenRefuses('ProductAlreadyDiscontinued', { name })
    given(undefined).when(reviseProduct, input, staffMember).thenRefuses('ProductNotFound', { productId })
  })

  test.each([
    [{ name: ' ' }, 'name'],
    [{ description: 'Burns.' }, 'description'],
    [{ category: 'past' }, 'category'],
    [{ category: 'sheds' }, 'category'],
    [{ picture: '../cart' }, 'picture'],
  ])('takes no words that a new product could not have: %o', (words, field) => {
    const read = reviseProduct.input.safeParse({ productId, from: {}, to: words })
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([`to.${field}`])
  })
})

describe('changing a price', () => {
  const input = { productId, variantId, price: 4800, reason: 'Brass is dearer' }

  test('says from what to what, and why', () => {
    given(product)
      .when(changePrice, input, staffMember)
      .thenRecords({
        type: 'PriceChanged',
        key: productId,
        data: { productId, variantId, name, label: 'Brass', from: 4500, to: 4800, reason: 'Brass is dearer' },
      })
  })

  test('refuses the price that holds', () => {
    given(product)
      .when(changePrice, { ...input, price: 4500 }, staffMember)
      .thenRefuses('PriceIsTheSame', { price: 4500 })
  })

  test('needs the variant, and a product on sale', () => {
    given(product)
      .when(changePrice, { ...input, variantId: idOf(12) }, staffMember)
      .thenRefuses('VariantNotFound', { variantId: idOf(12) })
    given(discontinued).when(changePrice, input, staffMember).thenRefuses('ProductAlreadyDiscontinued', { name })
    given(undefined).when(changePrice, input, staffMember).thenRefuses('ProductNotFound', { productId })
  })
})

describe('restocking a product', () => {
  const input = { productId, variantId, quantity: 20 }

  test('puts units on the shelf', () => {
    given(product)
      .when(restockProduct, input, staffMember)
      .thenRecords({ type: 'ProductRestocked', key: productId, data: { ...input, name, label: 'Brass' } })
  })

  test('needs the variant, and a product on sale', () => {
    given(product)
      .when(restockProduct, { ...input, variantId: idOf(12) }, staffMember)
      .thenRefuses('VariantNotFound', { variantId: idOf(12) })
    given(discontinued).when(restockProduct, input, staffMember).thenRefuses('ProductAlreadyDiscontinued', { name })
    given(undefined).when(restockProduct, input, staffMember).thenRefuses('ProductNotFound', { productId })
  })
})

describe('correcting stock', () => {
  const input = { productId, variantId, seen: 12, counted: 10, reason: 'damaged' as const }
  const called = { name, label: 'Brass' }
  const shelf = (inStock: number, its: Product | undefined = product) => ({ product: its, inStock })

  test('records what is missing, and why', () => {
    given(shelf(12))
      .when(correctStock, input, staffMember)
      .thenRecords({
        type: 'StockCorrected',
        key: productId,
        data: { productId, variantId, ...called, by: -2, reason: 'damaged' },
      })
  })

  test('takes off what was missing when it was counted, whatever was sold or came in since', () => {
    given(shelf(9)).when(correctStock, input, staffMember).thenAnswers({ inStock: 7 })
    given(shelf(30)).when(correctStock, input, staffMember).thenAnswers({ inStock: 28 })
    given(shelf(2)).when(correctStock, input, staffMember).thenAnswers({ inStock: 0 })
  })

  test('takes nothing that was ordered meanwhile', () => {
    given(shelf(1))
      .when(correctStock, input, staffMember)
      .thenRefuses('StockIsPromised', { ...called, inStock: 1, missing: 2 })
  })

  test('finds more as well, which nobody damaged or lost', () => {
    given(shelf(12))
      .when(correctStock, { ...input, counted: 15, reason: 'counted' }, staffMember)
      .thenAnswers({ inStock: 15 })
    const read = (reason: string) => correctStock.input.safeParse({ ...input, counted: 15, reason }).success
    expect(['counted', 'damaged', 'lost', 'eaten'].map(read)).toEqual([true, false, false, false])
  })

  test('refuses what changes nothing', () => {
    given(shelf(9))
      .when(correctStock, { ...input, counted: 12 }, staffMember)
      .thenRefuses('StockIsTheSame', { ...called, seen: 12 })
  })

  test('needs the variant, and a product on sale', () => {
    given(shelf(12))
      .when(correctStock, { ...input, variantId: idOf(12) }, staffMember)
      .thenRefuses('VariantNotFound', { variantId: idOf(12) })
    given(shelf(12, discontinued))
      .when(correctStock, input, staffMember)
      .thenRefuses('ProductAlreadyDiscontinued', { name })
    given({ product: undefined, inStock: 0 })
      .when(correctStock, input, staffMember)
      .thenRefuses('ProductNotFound', { productId })
  })
})

describe('discontinuing a product', () => {
  const input = { productId, reason: 'The maker retired' }

  test('takes it off sale', () => {
    given(product)
      .when(discontinueProduct, input, staffMember)
      .thenRecords({ type: 'ProductDiscontinued', key: productId, data: { ...input, name } })
  })

  test('is done once, and to products', () => {
    given(discontinued).when(discontinueProduct, input, staffMember).thenRefuses('ProductAlreadyDiscontinued', { name })
    given(undefined).when(discontinueProduct, input, staffMember).thenRefuses('ProductNotFound', { productId })
  })
})

test.each([createProduct, reviseProduct, changePrice, restockProduct, correctStock, discontinueProduct])(
  '$name is for staff',
  (command) => {
    expect([guest, customer, staffMember].map(command.permits)).toEqual([false, false, true])
  },
)
