import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCustomer, aStaffMember, openTestShop, type TestShop } from '../test-shop'
import { cancelOrder } from './cancel-order'
import { recordPaymentAuthorised } from './record-payment-authorised'
import { refundOrder } from './refund-order'
import { shipOrder } from './ship-order'

const TOTAL = 2395
const reason = 'No longer to be had'

let shop: TestShop
const staff = aStaffMember()
beforeAll(async () => {
  shop = await openTestShop(8)
})
afterAll(() => shop.close())

/** Two of ten, paid. */
async function aPaidOrder() {
  const thing = await shop.stockUp(10)
  const buyer = aCustomer()
  const orderId = await shop.order(buyer, [{ ...thing, quantity: 2 }])
  await shop.carryOut(recordPaymentAuthorised, { orderId, reference: 'ref' })
  return { orderId, buyer, variantId: thing.variantId }
}

const refundOf = (orderId: string, amount: number) => ({ orderId, refundId: v7(), amount, reason })
const parcelOf = (orderId: string) => ({ orderId, shipmentId: v7(), carrier: 'Gull Post', trackingNumber: 'GP1' })

async function stateOf(orderId: string) {
  const [row] = await shop.sql`
    select o.status, p.status as payment,
      (select coalesce(sum(amount), 0)::int from write.refunds where order_id = o.id) as refunded,
      (select data->>'reason' from write.event where key = o.id and type = 'OrderCancelled') as reason
    from write.orders o join write.payments p on p.order_id = o.id where o.id = ${orderId}`
  return row
}

const endedByRefunds = { status: 'cancelled', payment: 'authorised', refunded: TOTAL, reason }

test('a refund of all that is left cancels what was not sent, and its stock is back', async () => {
  const { orderId, variantId } = await aPaidOrder()
  await shop.carryOut(refundOrder, refundOf(orderId, 395), staff)
  expect(await shop.inStock(variantId)).toBe(8)
  expect(await stateOf(orderId)).toMatchObject({ status: 'paid', refunded: 395 })
  expect(await shop.carryOut(refundOrder, refundOf(orderId, 2000), staff)).toEqual({ orderId, left: 0 })
  expect(await shop.inStock(variantId)).toBe(10)
  expect(await stateOf(orderId)).toEqual(endedByRefunds)
})

test('an order is cancelled by its buyer after a part went back: the rest is refunded, and its stock is back', async () => {
  const { orderId, buyer, variantId } = await aPaidOrder()
  await shop.carryOut(refundOrder, refundOf(orderId, 395), staff)
  await shop.carryOut(cancelOrder, { orderId, reason }, buyer)
  expect(await shop.inStock(variantId)).toBe(10)
  expect(await stateOf(orderId)).toEqual(endedByRefunds)
  const again = await shop.send(cancelOrder, { orderId, reason }, buyer)
  expect(again).toMatchObject({ rejection: { code: 'OrderAlreadyCancelled' } })
})

test('an order of which nothing went back is cancelled as ever: its payment is let go', async () => {
  const { orderId, buyer, variantId } = await aPaidOrder()
  await shop.carryOut(cancelOrder, { orderId, reason }, buyer)
  expect(await shop.inStock(variantId)).toBe(10)
  expect(await stateOf(orderId)).toEqual({ status: 'cancelled', payment: 'voided', refunded: 0, reason })
})

test('what was sent stays sent when all of it is refunded, and nothing comes back', async () => {
  const { orderId, variantId } = await aPaidOrder()
  await shop.carryOut(shipOrder, parcelOf(orderId), staff)
  await shop.carryOut(refundOrder, refundOf(orderId, TOTAL), staff)
  expect(await shop.inStock(variantId)).toBe(8)
  expect(await stateOf(orderId)).toMatchObject({ status: 'shipped', refunded: TOTAL, reason: null })
})

test('an order that was refunded in full before that cancelled it can be cancelled, and no money moves', async () => {
  const { orderId, variantId } = await aPaidOrder()
  await shop.sql`
    insert into write.refunds (id, order_id, amount, reason, issued_at) values (${v7()}, ${orderId}, ${TOTAL}, 'x', now())`
  expect(await shop.send(shipOrder, parcelOf(orderId), staff)).toMatchObject({
    rejection: { code: 'OrderAlreadyRefunded' },
  })
  await shop.carryOut(cancelOrder, { orderId, reason }, staff)
  expect(await shop.inStock(variantId)).toBe(10)
  expect(await stateOf(orderId)).toEqual(endedByRefunds)
})

test('of refunds, cancellations and parcels that come at once, no penny and no unit goes twice', async () => {
  for (let round = 0; round < 8; round++) {
    const { orderId, buyer, variantId } = await aPaidOrder()
    await Promise.all([
      shop.send(refundOrder, refundOf(orderId, 395), staff),
      shop.send(refundOrder, refundOf(orderId, 2000), staff),
      shop.send(cancelOrder, { orderId, reason }, buyer),
      shop.send(refundOrder, refundOf(orderId, TOTAL), staff),
      shop.send(shipOrder, parcelOf(orderId), staff),
    ])
    const state = await stateOf(orderId)
    const isBack = state?.status === 'cancelled'
    expect(await shop.inStock(variantId)).toBe(isBack ? 10 : 8)
    if (isBack) expect(state.refunded).toBe(state.payment === 'voided' ? 0 : TOTAL)
    else expect(state?.refunded).toBeLessThanOrEqual(TOTAL)
  }
})
