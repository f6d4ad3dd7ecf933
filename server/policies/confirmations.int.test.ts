import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { connect } from '@/server/engine/database/postgres'
import { importOrder } from '@/server/write/history/import-order'
import { importProduct } from '@/server/write/history/import-product'
import { cancelOrder } from '@/server/write/order/cancel-order'
import { recordPaymentAuthorised } from '@/server/write/order/record-payment-authorised'
import { ada } from '@/server/write/test-shop'
import { openTestJobs, type TestJobs } from './test-jobs'

let jobs: TestJobs
beforeAll(async () => {
  jobs = await openTestJobs()
})
beforeEach(() => {
  jobs.trouble.clear()
  vi.clearAllMocks()
})
afterEach(() => jobs.stop())
afterAll(() => jobs.close())

const fail = () => Promise.reject(new Error('The mail server is down.'))

/** Makes everything that happened so far older than what the sweep leaves alone. */
async function letTimePass() {
  const admin = connect(jobs.shop.database.adminUrl, { name: 'test-admin', max: 1 })
  const earlier = admin`interval '11 seconds'`
  await admin`update write.event set at = at - ${earlier}, recorded_at = recorded_at - ${earlier}`
  await admin.end()
}

test('who pays for an order has one letter at once, and the log says that it was sent', async () => {
  jobs.start()
  const { orderId } = await jobs.place()
  await jobs.settle()
  expect(await jobs.typesOf(orderId)).toContain('ConfirmationSent')
  expect(jobs.lettersAbout(orderId)).toHaveLength(1)
  expect(jobs.lettersAbout(orderId)[0]).toMatchObject({
    to: { name: ada.name, address: ada.email },
    messageId: expect.stringMatching(/^[0-9a-f-]{36}@shop\.example$/),
  })
})

test('whoever reacts, sends or sweeps again sends nothing again', async () => {
  const { orderId } = await jobs.place({ email: 'slow@example.org' })
  await jobs.settle()
  jobs.trouble.set('slow@example.org', () => sleep(200))
  const both = [jobs.sending, jobs.otherSending]
  const outcomes = await Promise.allSettled([...both, ...both].map((sending) => sending.handle(orderId)))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
  for (const sending of both) await sending.handle(orderId)
  await letTimePass()
  await jobs.shop.sql`update write.policy_checkpoint set snapshot = '1:1:', target = null, reached = 0`
  jobs.start({ sweepMs: 100 })
  await jobs.settle()
  await sleep(400)
  expect(jobs.lettersAbout(orderId)).toHaveLength(1)
  expect((await jobs.typesOf(orderId)).filter((type) => type.startsWith('Confirmation'))).toEqual(['ConfirmationSent'])
})

test('a letter that a crash sends again has the id of the first', async () => {
  const { orderId } = await jobs.place()
  await jobs.settle()
  await expect(jobs.crashingSending.handle(orderId)).rejects.toThrow('gone')
  await jobs.otherSending.handle(orderId)
  const [first, second] = jobs.lettersAbout(orderId)
  expect(second?.messageId).toBe(first?.messageId)
})

test('a mail server that refuses one letter holds up no other, and the letter is tried again', async () => {
  jobs.start()
  jobs.trouble.set('nobody@example.org', fail)
  const stuck = await jobs.place({ email: 'nobody@example.org' })
  await jobs.settle()
  await expect.poll(() => jobs.mailer.send.mock.calls.length, { timeout: 8000 }).toBeGreaterThanOrEqual(2)
  const other = await jobs.place()
  await jobs.settle()
  expect(jobs.lettersAbout(other.orderId)).toHaveLength(1)
  expect(jobs.lettersAbout(stuck.orderId)).toEqual([])
  await jobs.stop()
  jobs.trouble.clear()
  await letTimePass()
  jobs.start({ sweepMs: 200 })
  await expect.poll(() => jobs.lettersAbout(stuck.orderId).length, { timeout: 8000 }).toBe(1)
})

test('a mail server that takes its time holds up no policy, and takes every letter once', async () => {
  jobs.start({ letterPatienceMs: 100 })
  let wakeUp = () => {}
  const slow = new Promise<void>((resolve) => {
    wakeUp = resolve
  })
  jobs.trouble.set('slow@example.org', () => slow)
  const orders = []
  for (let n = 0; n < 10; n++) orders.push(await jobs.place({ email: 'slow@example.org' }))
  // None of the letters is taken before the policies are through: who waited for one would wait for ever.
  await jobs.settle()
  expect(orders.flatMap(({ orderId }) => jobs.lettersAbout(orderId))).toEqual([])
  wakeUp()
  for (const { orderId } of orders) {
    await expect.poll(() => jobs.typesOf(orderId), { timeout: 8000 }).toContain('ConfirmationSent')
    expect(jobs.lettersAbout(orderId)).toHaveLength(1)
  }
})

test('a letter whose job was lost is found by the sweep, and not before its time', async () => {
  const { orderId } = await jobs.place()
  await jobs.settle()
  expect(await jobs.sending.findDue()).not.toContain(orderId)
  await letTimePass()
  jobs.start({ sweepMs: 200 })
  await expect.poll(() => jobs.typesOf(orderId), { timeout: 8000 }).toContain('ConfirmationSent')
  expect(jobs.lettersAbout(orderId)).toHaveLength(1)
})

test('a letter that the policy has not come to yet is left to it', async () => {
  await jobs.settle()
  const { orderId } = await jobs.place()
  await jobs.shop.dispatch(recordPaymentAuthorised, { id: v7(), input: { orderId, reference: 'x' }, actor: SYSTEM })
  await letTimePass()
  expect(await jobs.sending.findDue()).not.toContain(orderId)
  await jobs.settle()
  expect(await jobs.sending.findDue()).toContain(orderId)
})

test('an order that was cancelled before its letter went gets none', async () => {
  const { orderId, who } = await jobs.place()
  await jobs.settle()
  await jobs.shop.carryOut(cancelOrder, { orderId, reason: 'Changed my mind' }, who)
  await jobs.sending.handle(orderId)
  expect(jobs.lettersAbout(orderId)).toEqual([])
})

test('what an import or a demo tells of the past is no reason to write to anybody', async () => {
  const { shop } = jobs
  const [productId, variantId, orderId] = [v7(), v7(), v7()]
  const currency = 'GBP'
  await shop.carryOut(importProduct, {
    ...{ productId, variantId, slug: `past-${productId}`, sku: productId, name: 'Past', picture: '', price: 1 },
    currency,
  })
  const lines = [{ variantId, name: 'Past', quantity: 1, unitPrice: 1, amount: 1 }]
  await shop.carryOut(importOrder, { orderId, number: '536365', shopperId: null, country: 'GB', currency, lines })
  const demo = await jobs.place()
  const at = new Date(Date.now() - 5 * 60_000).toISOString()
  const input = { orderId: demo.orderId, reference: 'demo' }
  await shop.dispatch(recordPaymentAuthorised, { id: v7(), input, actor: SYSTEM, at })
  jobs.start()
  await jobs.settle()
  await letTimePass()
  for (const id of [orderId, demo.orderId]) {
    expect(await jobs.typesOf(id)).not.toContain('ConfirmationSent')
    expect(await jobs.sending.findDue()).not.toContain(id)
  }
})
