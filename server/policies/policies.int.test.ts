import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ShopActor } from '@/server/actor'
import { preparePolicies } from '@/server/engine/reactions/policy'
import { reactToNew, reactToParked } from '@/server/engine/reactions/react'
import { eventDefinitions } from '@/server/events/registry'
import type { PaymentProvider } from '@/server/payment/provider'
import { createTestProvider } from '@/server/payment/test-provider'
import { withPatience } from '@/server/payment/with-patience'
import { importOrder } from '@/server/write/history/import-order'
import { importRefund } from '@/server/write/history/import-refund'
import { cancelOrder } from '@/server/write/order/cancel-order'
import { placeOrder } from '@/server/write/order/place-order'
import { refundOrder } from '@/server/write/order/refund-order'
import { aGuest, approves, aStaffMember, openTestShop, type TestShop } from '@/server/write/test-shop'
import { policies } from './registry'
import { createAskingAgain } from './when-payment-delayed-ask-again'

let shop: TestShop
let time = Date.now()
const provider = createTestProvider({ now: () => time })
const payment = {
  tokenise: provider.tokenise,
  authorise: vi.fn(provider.authorise),
  check: vi.fn(provider.check),
  voidPayment: vi.fn(provider.voidPayment),
  refund: vi.fn(provider.refund),
} satisfies PaymentProvider
const reminders = { confirmation: async () => {}, payment: () => {} }

beforeAll(async () => {
  shop = await openTestShop(8)
  await preparePolicies(shop.sql, policies({ ...shop, payment, reminders }))
})
afterAll(() => shop.close())
beforeEach(() => void vi.clearAllMocks())

/** Lets every policy react until none has anything left to do, as the worker does. */
async function settle(by: PaymentProvider = payment) {
  const options = { sql: shop.sql, definitions: eventDefinitions }
  for (let reacted = 1; reacted > 0; ) {
    reacted = 0
    for (const policy of policies({ ...shop, payment: by, reminders })) reacted += await reactToNew(options, policy)
  }
}

const failOn = (error: Error) => {
  throw error
}
const askAgain = () => createAskingAgain({ ...shop, payment, onError: failOn, now: () => time })()

async function place(token: string, who: ShopActor = aGuest()) {
  const thing = await shop.stockUp(10)
  const line = { ...thing, quantity: 2 }
  await shop.fillCart(who, [line])
  const order = { ...shop.orderOf([line]), payment: { ...approves, token } }
  await shop.carryOut(placeOrder, order, who)
  return { orderId: order.orderId, variantId: thing.variantId, who }
}

async function stateOf(orderId: string) {
  const [row] = await shop.sql`
    select o.status, p.status as payment, p.reference from write.orders o join write.payments p on p.order_id = o.id
    where o.id = ${orderId}`
  return row
}

test('an order that is placed is paid', async () => {
  const { orderId } = await place('test_approves_1')
  await settle()
  expect(await stateOf(orderId)).toMatchObject({ status: 'paid', payment: 'authorised' })
  expect(payment.authorise).toHaveBeenCalledOnce()
  const [charge] = payment.authorise.mock.calls[0] ?? []
  expect(charge).toMatchObject({ amount: 2395, currency: 'GBP', token: 'test_approves_1' })
})

test('a declined payment cancels the order, and what it took is on the shelf again', async () => {
  const { orderId, variantId } = await place('test_declines_1')
  expect(await shop.inStock(variantId)).toBe(8)
  await settle()
  expect(await stateOf(orderId)).toMatchObject({ status: 'cancelled', payment: 'declined' })
  expect(await shop.inStock(variantId)).toBe(10)
})

test('a delayed payment is asked about until it is settled, by a worker that knows nothing of it', async () => {
  const { orderId } = await place('test_delays_1')
  await settle()
  expect(await stateOf(orderId)).toMatchObject({ status: 'awaiting-payment', payment: 'delayed' })
  await askAgain()
  expect(await stateOf(orderId)).toMatchObject({ status: 'awaiting-payment', payment: 'delayed' })
  time += 5000
  await askAgain()
  expect(await stateOf(orderId)).toMatchObject({ status: 'paid', payment: 'authorised' })
})

test('a delayed payment is asked about with growing pauses', async () => {
  const { orderId } = await place('test_delays_1')
  await settle()
  const patient = { ...payment, check: vi.fn(async () => ({ status: 'delayed' as const, reference: 'x' })) }
  const askPatiently = createAskingAgain({ ...shop, payment: patient, onError: failOn, now: () => time })
  for (let second = 0; second < 16; second++) {
    await askPatiently()
    time += 1000
  }
  // At 0, 1, 3, 7 and 15 seconds.
  expect(patient.check).toHaveBeenCalledTimes(5)
  time += 60_000
  await askAgain()
  expect(await stateOf(orderId)).toMatchObject({ payment: 'authorised' })
})

test('a provider that is silent holds nobody up, and is asked for the payment later, under the same key', async () => {
  const silent = { ...payment, authorise: vi.fn(() => new Promise<never>(() => {})) }
  const orders = await Promise.all(Array.from({ length: 40 }, () => place('test_approves_1')))
  await settle(withPatience(silent, { ms: 50 }))
  expect(silent.authorise.mock.calls.length, 'not each anew').toBeLessThan(orders.length)
  for (const { orderId } of orders) expect(await stateOf(orderId)).toMatchObject({ payment: 'pending' })

  await askAgain()
  expect(payment.authorise, 'not before its time').not.toHaveBeenCalled()
  await shop.sql`update write.payments set updated_at = now() - interval '11 seconds' where status = 'pending'`
  await askAgain()
  for (const { orderId } of orders) {
    expect(await stateOf(orderId)).toMatchObject({ status: 'paid', payment: 'authorised' })
  }
  expect(payment.authorise).toHaveBeenCalledTimes(orders.length)
})

test('a policy that reacts twice charges and records once', async () => {
  const { orderId } = await place('test_approves_1')
  await settle()
  await shop.sql`update write.policy_checkpoint set snapshot = '1:1:', target = null, reached = 0`
  await settle()
  const events =
    await shop.sql`select type from write.event where stream = 'order' and key = ${orderId} order by position`
  expect(events.map(({ type }) => type)).toEqual(['OrderPlaced', 'PaymentAuthorised'])
})

test('a cancelled order’s payment is voided', async () => {
  const { orderId, who } = await place('test_approves_1')
  await settle()
  await shop.carryOut(cancelOrder, { orderId, reason: 'Changed my mind' }, who)
  await settle()
  expect(payment.voidPayment).toHaveBeenCalledOnce()
  expect(await stateOf(orderId)).toMatchObject({ status: 'cancelled', payment: 'voided' })
})

test('what is paid back by refunds when an order is cancelled is all that is paid back', async () => {
  const reason = 'No longer to be had'
  const [refundedFirst, refundedWhole] = [await place('test_approves_1'), await place('test_approves_1')]
  await settle()
  const refund = (orderId: string, amount: number) =>
    shop.carryOut(refundOrder, { orderId, refundId: v7(), amount, reason }, aStaffMember())
  await refund(refundedFirst.orderId, 700)
  await shop.carryOut(cancelOrder, { orderId: refundedFirst.orderId, reason }, refundedFirst.who)
  await refund(refundedWhole.orderId, 2395)
  await settle()
  expect(payment.refund.mock.calls.map(([{ amount }]) => amount).sort()).toEqual([1695, 2395, 700])
  expect(payment.voidPayment).not.toHaveBeenCalled()
  for (const { orderId } of [refundedFirst, refundedWhole])
    expect(await stateOf(orderId)).toMatchObject({ status: 'cancelled', payment: 'authorised' })
})

test('what was authorised for an order that was cancelled meanwhile is voided, and the order stays cancelled', async () => {
  const { orderId, who } = await place('test_approves_1')
  const slow = {
    ...payment,
    authorise: async (charge: Parameters<PaymentProvider['authorise']>[0]) => {
      await shop.carryOut(cancelOrder, { orderId, reason: 'Changed my mind' }, who)
      return payment.authorise(charge)
    },
  }
  const [authorising] = policies({ ...shop, payment: slow, reminders })
  if (!authorising) throw new Error('There is no policy.')
  await reactToNew({ sql: shop.sql, definitions: eventDefinitions }, authorising)
  expect(payment.voidPayment).toHaveBeenCalledOnce()
  expect(await stateOf(orderId)).toMatchObject({ status: 'cancelled', payment: 'voided', reference: null })
})

test('a refund is paid back, and tried again when the provider fails', async () => {
  const { orderId } = await place('test_approves_1')
  await settle()
  const refundId = v7()
  await shop.carryOut(refundOrder, { orderId, refundId, amount: 700, reason: 'Broken' }, aStaffMember())
  payment.refund.mockRejectedValueOnce(new Error('The provider is down.'))
  await settle()
  const later = v7()
  await shop.carryOut(refundOrder, { orderId, refundId: later, amount: 200, reason: 'Late' }, aStaffMember())
  await settle()
  expect(payment.refund, 'the order’s next one waits behind it').toHaveBeenCalledTimes(1)
  await reactToParked({ sql: shop.sql, definitions: eventDefinitions }, policies({ ...shop, payment, reminders }), true)
  expect(payment.refund).toHaveBeenCalledTimes(3)
  expect(payment.refund).toHaveBeenCalledWith(expect.objectContaining({ refundId: later, amount: 200 }))
  await settle()
  expect(payment.refund).toHaveBeenCalledTimes(3)
  expect(payment.refund).toHaveBeenCalledWith(expect.objectContaining({ refundId, amount: 700, currency: 'GBP' }))
})

test('a provider that fails for one order holds up no other', async () => {
  const orders = [await place('test_approves_1'), await place('test_approves_1')]
  await settle()
  for (const { orderId, who } of orders) await shop.carryOut(cancelOrder, { orderId, reason: 'Changed my mind' }, who)
  payment.voidPayment.mockRejectedValueOnce(new Error('The provider knows no such payment.'))
  await settle()
  expect(payment.voidPayment).toHaveBeenCalledTimes(2)
  await reactToParked({ sql: shop.sql, definitions: eventDefinitions }, policies({ ...shop, payment, reminders }), true)
  expect(payment.voidPayment).toHaveBeenCalledTimes(3)
})

test('a history moves no money', async () => {
  const { variantId } = await shop.stockUp(1)
  const lines = [{ variantId, name: 'Past', quantity: 5, unitPrice: 1, amount: 5 }]
  const order = { orderId: v7(), number: '536365', shopperId: null, country: 'GB', currency: 'GBP', lines }
  await shop.carryOut(importOrder, order)
  await shop.carryOut(importRefund, {
    refundId: v7(),
    number: 'C1',
    shopperId: null,
    amount: 5,
    currency: 'GBP',
    reason: 'C1',
  })
  await settle()
  expect(payment.authorise).not.toHaveBeenCalled()
  expect(payment.refund).not.toHaveBeenCalled()
  expect(await stateOf(order.orderId)).toMatchObject({ status: 'paid', payment: 'authorised', reference: '536365' })
  expect(await shop.inStock(variantId)).toBe(1)
})

test.each(['authorised', 'delayed'] as const)(
  'what a provider holds for an order that was cancelled is let go, also when it says %s late',
  async (status) => {
    const held = new Set<string>()
    let answerNow = () => {}
    const slow = {
      ...payment,
      authorise: ({ paymentId }: { paymentId: string }) =>
        new Promise<{ status: typeof status; reference: string }>((resolve) => {
          answerNow = () => {
            held.add(paymentId)
            resolve({ status, reference: 'r' })
          }
        }),
      voidPayment: async ({ paymentId }: { paymentId: string }) => void held.delete(paymentId),
    }
    const { orderId, who } = await place(approves.token)
    await settle(withPatience(slow, { ms: 20, restMs: 0 }))
    await shop.carryOut(cancelOrder, { orderId, reason: 'Changed my mind' }, who)
    await settle(withPatience(slow, { ms: 20, restMs: 0 }))
    answerNow()
    expect(held.size).toBe(1)
    await vi.waitFor(() => expect(held.size).toBe(0))
  },
)
