import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aGuest, aStaffMember, openTestShop, type TestShop } from '../test-shop'
import { correctStock } from './correct-stock'
import { createProduct } from './create-product'
import { reviseProduct } from './revise-product'

let shop: TestShop
const staff = aStaffMember()
beforeAll(async () => {
  shop = await openTestShop(16)
})
afterAll(() => shop.close())

test('a SKU is taken, however it is written', async () => {
  const words = { name: 'A lamp', description: 'It is a lamp.', category: 'home', picture: 'lamp' } as const
  const create = (slug: string, sku: string) => {
    const variants = [{ variantId: v7(), sku, label: '', price: 100, stock: 1 }]
    return shop.send(createProduct, { ...words, productId: v7(), slug, currency: 'GBP', variants }, staff)
  }
  expect(await create('lamp-1', 'Lamp-1')).toMatchObject({ ok: true })
  expect(await create('lamp-2', ' lAMP-1 ')).toMatchObject({ rejection: { code: 'SkuTaken', skus: ['Lamp-1'] } })
  expect(await create('lamp-3', 'Lamp-11')).toMatchObject({ ok: true })
})

test('of two who revise the same words at once, one is told what the other wrote', async () => {
  const { productId } = await shop.stockUp(1)
  const name = async () => (await shop.sql`select name, picture from write.products where id = ${productId}`)[0]
  const revise = (to: { name?: string; picture?: string }) =>
    shop.send(reviseProduct, { productId, from: { name: 'A thing', picture: 'thing' }, to }, staff)
  const replies = await Promise.all([
    revise({ name: 'A lamp' }),
    revise({ name: 'A lantern' }),
    revise({ picture: 'lamp' }),
  ])
  const refused = replies.filter(({ ok }) => !ok)
  expect(refused).toMatchObject([{ rejection: { code: 'ProductHasChanged' } }])
  const kept = await name()
  expect(kept).toMatchObject({ picture: 'lamp' })
  expect(refused).toMatchObject([{ rejection: { now: { name: kept?.name } } }])
})

test('stock that is corrected while it sells ends at what was there, less what was sold, less what was missing', async () => {
  const thing = await shop.stockUp(20)
  const correct = (seen: number, counted: number) =>
    shop.send(correctStock, { ...ids, seen, counted, reason: 'counted' }, staff)
  const ids = { productId: thing.productId, variantId: thing.variantId }
  await Promise.all([
    ...Array.from({ length: 6 }, () => shop.order(aGuest(), [{ ...thing, quantity: 2 }])),
    correct(20, 17),
    correct(12, 13),
  ])
  expect(await shop.inStock(thing.variantId)).toBe(20 - 12 - 3 + 1)
  expect(await correct(7, 0)).toMatchObject({
    rejection: { code: 'StockIsPromised', label: 'Blue', inStock: 6, missing: 7 },
  })
  expect(await correct(6, 0)).toMatchObject({ ok: true, result: { inStock: 0 } })
})
