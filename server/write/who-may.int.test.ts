import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ShopActor, SYSTEM } from '@/server/actor'
import { mergeCart } from './cart/merge-cart'
import { registerCustomer } from './customer/register-customer'
import { updateAddress } from './customer/update-address'
import { importCustomer } from './history/import-customer'
import { importOrder } from './history/import-order'
import { importProduct } from './history/import-product'
import { importRefund } from './history/import-refund'
import { cancelOrder } from './order/cancel-order'
import { recordPaymentAuthorised } from './order/record-payment-authorised'
import { recordPaymentDeclined } from './order/record-payment-declined'
import { recordPaymentDelayed } from './order/record-payment-delayed'
import { refundOrder } from './order/refund-order'
import { shipOrder } from './order/ship-order'
import { changePrice } from './product/change-price'
import { correctStock } from './product/correct-stock'
import { createProduct } from './product/create-product'
import { discontinueProduct } from './product/discontinue-product'
import { restockProduct } from './product/restock-product'
import { reviseProduct } from './product/revise-product'
import { commands } from './registry'
import { aCustomer, ada, aGuest, aStaffMember, openTestShop, quay, type TestShop } from './test-shop'

let shop: TestShop
let placed: string
const buyer = aCustomer()
beforeAll(async () => {
  shop = await openTestShop(4)
  const thing = await shop.stockUp(10)
  placed = await shop.order(buyer, [{ ...thing, quantity: 1 }])
})
afterAll(() => shop.close())

const ids = () => ({ productId: v7(), variantId: v7() })
const reason = 'Because'
const product = { slug: 'a-lamp', name: 'A lamp', description: 'It is a lamp.', picture: 'lamp', currency: 'GBP' }
const line = { name: 'X', quantity: 1, unitPrice: 1, amount: 1 }

/** Sends each command as somebody, with an input that it would accept from those who may. */
type Sending = (actor: ShopActor) => ReturnType<TestShop['send']>
const forStaff: Record<string, Sending> = {
  CreateProduct: (actor) => {
    const variants = [{ variantId: v7(), sku: 'LAMP', label: '', price: 1, stock: 1 }]
    return shop.send(createProduct, { ...product, productId: v7(), category: 'home', variants }, actor)
  },
  ReviseProduct: (actor) =>
    shop.send(reviseProduct, { productId: v7(), from: { name: 'Lamp' }, to: { name: 'Lantern' } }, actor),
  ChangePrice: (actor) => shop.send(changePrice, { ...ids(), price: 1, reason }, actor),
  DiscontinueProduct: (actor) => shop.send(discontinueProduct, { productId: v7(), reason }, actor),
  RestockProduct: (actor) => shop.send(restockProduct, { ...ids(), quantity: 1 }, actor),
  CorrectStock: (actor) => shop.send(correctStock, { ...ids(), seen: 2, counted: 1, reason: 'lost' }, actor),
  ShipOrder: (actor) =>
    shop.send(shipOrder, { orderId: placed, shipmentId: v7(), carrier: 'Post', trackingNumber: '1' }, actor),
  RefundOrder: (actor) => shop.send(refundOrder, { orderId: placed, refundId: v7(), amount: 1, reason }, actor),
}
const forTheShop: Record<string, Sending> = {
  MergeCart: (actor) => shop.send(mergeCart, { guestId: buyer.id, customerId: actor.id }, actor),
  RecordPaymentAuthorised: (actor) => shop.send(recordPaymentAuthorised, { orderId: placed, reference: 'x' }, actor),
  RecordPaymentDelayed: (actor) => shop.send(recordPaymentDelayed, { orderId: placed, reference: 'x' }, actor),
  RecordPaymentDeclined: (actor) => shop.send(recordPaymentDeclined, { orderId: placed, reason }, actor),
  ImportProduct: (actor) =>
    shop.send(
      importProduct,
      { ...ids(), slug: 's', sku: 's', name: 'n', picture: '', price: 1, currency: 'GBP' },
      actor,
    ),
  ImportCustomer: (actor) => shop.send(importCustomer, { customerId: v7() }, actor),
  ImportOrder: (actor) => {
    const lines = [{ ...line, variantId: v7() }]
    const order = { orderId: v7(), number: '1', shopperId: null, country: 'GB', currency: 'GBP', lines }
    return shop.send(importOrder, order, actor)
  },
  ImportRefund: (actor) => {
    const refund = { refundId: v7(), number: '1', shopperId: null, amount: 1, currency: 'GBP', reason }
    return shop.send(importRefund, refund, actor)
  },
}

/** What stands in the log and the ledger: a refusal at the door leaves nothing in either. */
async function countTraces() {
  const [row] = await shop.sql`
    select (select count(*) from write.event) as events, (select count(*) from write.command_ledger) as answers`
  return row
}

describe.each([
  ['a guest', aGuest()],
  ['a customer', aCustomer()],
])('%s', (_, actor) => {
  test.each(Object.entries({ ...forStaff, ...forTheShop }))('may not %s', async (command, sendAs) => {
    const before = await countTraces()
    expect(await sendAs(actor)).toEqual({ ok: false, rejection: { code: 'NotPermitted', command }, token: null })
    expect(await countTraces()).toEqual(before)
  })
})

test.each(Object.entries(forTheShop))('staff may not %s', async (command, sendAs) => {
  const before = await countTraces()
  expect(await sendAs(aStaffMember())).toMatchObject({ rejection: { code: 'NotPermitted', command } })
  expect(await countTraces()).toEqual(before)
})

test('the commands that only the shop issues cannot be asked for by name', () => {
  expect(Object.keys(commands).filter((name) => name in forTheShop)).toEqual([])
  expect(Object.keys(commands)).toEqual(expect.arrayContaining(Object.keys(forStaff)))
})

describe('what is another customer’s', () => {
  test.each([
    ['another customer', aCustomer()],
    ['a guest', aGuest()],
  ])('an order is not found by %s, and stays as it is', async (_, actor) => {
    const refused = await shop.send(cancelOrder, { orderId: placed, reason }, actor)
    const unknown = v7()
    const notThere = await shop.send(cancelOrder, { orderId: unknown, reason }, actor)
    expect(refused).toMatchObject({ ok: false, rejection: { code: 'OrderNotFound', orderId: placed } })
    expect(notThere).toMatchObject({ ok: false, rejection: { code: 'OrderNotFound', orderId: unknown } })
    expect(await shop.sql`select status from write.orders where id = ${placed}`).toEqual([
      { status: 'awaiting-payment' },
    ])
  })

  test('an address is not found, and stays as it is', async () => {
    const [owner, other] = [aCustomer(), aCustomer()]
    await shop.carryOut(registerCustomer, { customerId: owner.id, ...ada }, SYSTEM)
    await shop.carryOut(registerCustomer, { customerId: other.id, name: 'Eve', email: 'eve@example.org' }, SYSTEM)
    const addressId = v7()
    await shop.carryOut(updateAddress, { addressId, address: quay, isDefault: true }, owner)

    const stolen = { addressId, address: { ...quay, line1: 'Elsewhere' }, isDefault: true }
    expect(await shop.send(updateAddress, stolen, other)).toMatchObject({
      rejection: { code: 'AddressNotFound', addressId },
    })
    const rows = await shop.sql`select customer_id, line1, is_default from write.addresses where id = ${addressId}`
    expect(rows).toEqual([{ customer_id: owner.id, line1: '1 Quay', is_default: true }])
  })

  test('an account is not registered by somebody else', async () => {
    const victim = aCustomer()
    const input = { customerId: victim.id, name: 'Eve', email: 'victim@example.org' }
    expect(await shop.send(registerCustomer, input, aCustomer())).toMatchObject({ rejection: { code: 'NotPermitted' } })
    expect(await shop.sql`select from write.customers where id = ${victim.id}`).toEqual([])
  })
})
