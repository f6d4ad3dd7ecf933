import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { type Policy, preparePolicies } from '@/server/engine/policy'
import type { QueueBackend } from '@/server/engine/queue'
import { reactToNew } from '@/server/engine/react'
import { eventDefinitions } from '@/server/events/registry'
import type { Mail } from '@/server/mail/mail'
import { createTestProvider } from '@/server/payment/test-provider'
import { importOrder } from '@/server/write/history/import-order'
import { importProduct } from '@/server/write/history/import-product'
import { cancelOrder } from '@/server/write/order/cancel-order'
import { placeOrder } from '@/server/write/order/place-order'
import { recordPaymentAuthorised } from '@/server/write/order/record-payment-authorised'
import { ada, aGuest, approves, openTestShop, type TestShop } from '@/server/write/test-shop'
import { startJobs } from './jobs'
import { policies } from './registry'
import { createConfirmationSending } from './when-confirmation-requested-send-it'

const SOON = 1200
const NEVER = 3_600_000
const retries = { attempts: 3, backoff: { type: 'exponential', delay: 100 } }

let shop: TestShop
let running: ReturnType<typeof startJobs> | null = null
let sent: Mail[] = []
const broken = new Set<string>()
const mailer = {
  send: vi.fn(async (mail: Mail) => {
    if (broken.has(mail.to.address)) throw new Error('The mail server is down.')
    sent.push(mail)
  }),
  close: () => {},
}
const provider = createTestProvider()
const payment = { ...provider, voidPayment: vi.fn(provider.voidPayment) }

beforeAll(async () => {
  shop = await openTestShop(12)
})
beforeEach(() => {
  sent = []
  broken.clear()
  vi.clearAllMocks()
})
afterEach(async () => {
  await running?.stop()
  running = null
})
afterAll(() => shop.close())

function start({ sweepMs = NEVER, unpaidAfterMs = SOON } = {}) {
  const redisUrl = inject('redisUrl')
  const backend: QueueBackend = redisUrl ? { redisUrl } : { postgresUrl: shop.database.projectorUrl }
  const options = { dispatch: shop.dispatch, sql: shop.sql, backend, mailer, shopUrl: 'https://shop.example' }
  running = startJobs({ ...options, sweepMs, retries, unpaidAfterMs, onError: () => {} })
  return running
}

/** Lets every policy deal with all that is new, reminding as the worker would, or into the void. */
async function settle(reminders = running?.reminders ?? { confirmation: () => {}, payment: () => {} }) {
  const all: Policy[] = policies({ ...shop, payment, reminders, unpaidAfterMs: SOON })
  await preparePolicies(shop.sql, all)
  for (let reacted = 1; reacted > 0; ) {
    reacted = 0
    for (const policy of all) reacted += await reactToNew({ sql: shop.sql, definitions: eventDefinitions }, policy)
  }
}

async function place({ token = 'test_approves_1', email = ada.email } = {}) {
  const thing = await shop.stockUp(10)
  const line = { ...thing, quantity: 2 }
  const who = aGuest()
  await shop.fillCart(who, [line])
  const order = { ...shop.orderOf([line]), contact: { ...ada, email }, payment: { ...approves, token } }
  await shop.carryOut(placeOrder, order, who)
  return { orderId: order.orderId, variantId: thing.variantId, who }
}

const typesOf = async (orderId: string) =>
  (await shop.sql`select type from write.event where key = ${orderId} order by position`).map(({ type }) => type)
const lettersAbout = (orderId: string) => sent.filter(({ text }) => text.includes(orderId))

test('who pays for an order gets one letter, and the log says that it was sent', async () => {
  start()
  const { orderId } = await place()
  await settle()
  await expect.poll(() => typesOf(orderId), { timeout: 8000 }).toContain('ConfirmationSent')
  expect(lettersAbout(orderId)).toHaveLength(1)
  expect(lettersAbout(orderId)[0]).toMatchObject({
    to: { name: ada.name, address: ada.email },
    messageId: expect.stringMatching(/^[0-9a-f-]{36}@shop\.example$/),
  })
})

test('whoever reacts, sends or sweeps again sends nothing again', async () => {
  const { orderId } = await place()
  await settle()
  const sending = createConfirmationSending({ ...shop, mailer, shopUrl: 'https://shop.example' })
  await Promise.all([1, 2, 3, 4].map(() => sending.handle(orderId)))
  await sending.handle(orderId)
  await shop.sql`update write.policy_checkpoint set snapshot = '1:1:', target = null, reached = 0`
  start({ sweepMs: 100 })
  await settle()
  await sleep(400)
  expect(lettersAbout(orderId)).toHaveLength(1)
  expect((await typesOf(orderId)).filter((type) => type.startsWith('Confirmation'))).toEqual([
    'ConfirmationRequested',
    'ConfirmationSent',
  ])
})

test('a letter that a crash sends again has the id of the first', async () => {
  const { orderId } = await place()
  await settle()
  const crashing = { dispatch: vi.fn().mockRejectedValue(new Error('The worker is gone.')) }
  const options = { sql: shop.sql, mailer, shopUrl: 'https://shop.example' }
  await expect(createConfirmationSending({ ...options, ...crashing }).handle(orderId)).rejects.toThrow('gone')
  await createConfirmationSending({ ...options, dispatch: shop.dispatch }).handle(orderId)
  const [first, second] = lettersAbout(orderId)
  expect(second?.messageId).toBe(first?.messageId)
})

test('a mail server that refuses one letter holds up no other, and the letter is tried again', async () => {
  start()
  broken.add('nobody@example.org')
  const stuck = await place({ email: 'nobody@example.org' })
  await settle()
  await expect.poll(() => mailer.send.mock.calls.length, { timeout: 8000 }).toBeGreaterThanOrEqual(2)
  const other = await place()
  await settle()
  await expect.poll(() => lettersAbout(other.orderId).length, { timeout: 8000 }).toBe(1)
  expect(lettersAbout(stuck.orderId)).toEqual([])
  await running?.stop()
  broken.clear()
  await shop.sql`update write.confirmations set requested_at = now() - interval '11 seconds'`
  start({ sweepMs: 200 })
  await expect.poll(() => lettersAbout(stuck.orderId).length, { timeout: 8000 }).toBe(1)
})

test('a letter whose job was lost is found by the sweep', async () => {
  const { orderId } = await place()
  await settle()
  await shop.sql`update write.confirmations set requested_at = now() - interval '11 seconds'`
  start({ sweepMs: 200 })
  await expect.poll(() => typesOf(orderId), { timeout: 8000 }).toContain('ConfirmationSent')
  expect(lettersAbout(orderId)).toHaveLength(1)
})

test('an order that was cancelled before its letter went gets none', async () => {
  const { orderId, who } = await place()
  await settle()
  await shop.carryOut(cancelOrder, { orderId, reason: 'Changed my mind' }, who)
  await createConfirmationSending({ ...shop, mailer, shopUrl: 'https://shop.example' }).handle(orderId)
  expect(lettersAbout(orderId)).toEqual([])
})

test('what an import or a demo tells of the past is no reason to write to anybody', async () => {
  const [productId, variantId, orderId] = [v7(), v7(), v7()]
  const currency = 'GBP'
  await shop.carryOut(importProduct, {
    ...{ productId, variantId, slug: `past-${productId}`, sku: productId, name: 'Past', picture: '', price: 1 },
    currency,
  })
  const lines = [{ variantId, name: 'Past', quantity: 1, unitPrice: 1, amount: 1 }]
  await shop.carryOut(importOrder, { orderId, number: '536365', shopperId: null, country: 'GB', currency, lines })
  const demo = await place()
  const at = new Date(Date.now() - 5 * 60_000).toISOString()
  const input = { orderId: demo.orderId, reference: 'demo' }
  await shop.dispatch(recordPaymentAuthorised, { id: v7(), input, actor: SYSTEM, at })
  await settle()
  for (const id of [orderId, demo.orderId]) expect(await typesOf(id)).not.toContain('ConfirmationRequested')
})

test('goods of an order that nobody pays for are on the shelf again when its time is over', async () => {
  start()
  const { orderId, variantId } = await place({ token: 'test_delays_1' })
  await settle()
  expect(await shop.inStock(variantId)).toBe(8)
  await expect.poll(() => shop.inStock(variantId), { timeout: 8000 }).toBe(10)
  expect(await typesOf(orderId)).toContain('OrderCancelled')
  await settle()
  expect(payment.voidPayment).toHaveBeenCalledOnce()
})

test('a job that waits for its time outlives the worker that was told of it', async () => {
  start({ unpaidAfterMs: 2000 })
  const { orderId } = await place({ token: 'test_delays_1' })
  await settle()
  await sleep(200)
  await running?.stop()
  start({ unpaidAfterMs: SOON })
  await expect.poll(() => typesOf(orderId), { timeout: 8000 }).toContain('OrderCancelled')
})

test('an order whose job was lost is released by the sweep, and one that was paid in time is not', async () => {
  const forgotten = await place({ token: 'test_delays_1' })
  const paid = await place({ token: 'test_delays_2' })
  await settle()
  await shop.carryOut(recordPaymentAuthorised, { orderId: paid.orderId, reference: 'in time' })
  await sleep(SOON)
  start({ sweepMs: 200 })
  await expect.poll(() => typesOf(forgotten.orderId), { timeout: 8000 }).toContain('OrderCancelled')
  running?.reminders.payment(paid.orderId, 0)
  await sleep(500)
  expect(await typesOf(paid.orderId)).not.toContain('OrderCancelled')
  expect(await shop.inStock(paid.variantId)).toBe(8)
})
