import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { recordPaymentAuthorised } from '@/server/write/order/record-payment-authorised'
import { openTestJobs, SOON, type TestJobs } from './test-jobs'

let jobs: TestJobs
beforeAll(async () => {
  jobs = await openTestJobs()
})
beforeEach(() => void vi.clearAllMocks())
afterEach(() => jobs.stop())
afterAll(() => jobs.close())

test('only a payment that is delayed costs a job, which comes when the order’s time is over', async () => {
  await jobs.place()
  const delayed = await jobs.place({ token: 'test_delays_1' })
  const reminders = { confirmation: async () => {}, payment: vi.fn() }
  await jobs.settle(reminders)
  expect(reminders.payment.mock.calls).toEqual([[delayed.orderId, expect.any(Number)]])
  expect(reminders.payment.mock.calls[0]?.[1]).toBeLessThanOrEqual(SOON)
  await jobs.shop.carryOut(recordPaymentAuthorised, { orderId: delayed.orderId, reference: 'in time' })
})

test('goods of an order that nobody pays for are on the shelf again when its time is over', async () => {
  jobs.start()
  const { orderId, variantId } = await jobs.place({ token: 'test_delays_1' })
  expect(await jobs.shop.inStock(variantId)).toBe(8)
  await jobs.settle()
  await expect.poll(() => jobs.shop.inStock(variantId), { timeout: 8000 }).toBe(10)
  expect(await jobs.typesOf(orderId)).toContain('OrderCancelled')
  await jobs.settle()
  expect(jobs.payment.voidPayment).toHaveBeenCalledOnce()
})

test('a job that waits for its time outlives the worker that was told of it', async () => {
  jobs.start({ unpaidAfterMs: 2000 })
  const { orderId } = await jobs.place({ token: 'test_delays_1' })
  await jobs.settle()
  await sleep(200)
  await jobs.stop()
  jobs.start({ unpaidAfterMs: SOON })
  await expect.poll(() => jobs.typesOf(orderId), { timeout: 8000 }).toContain('OrderCancelled')
})

test('an order whose job was lost is released by the sweep, and one that was paid in time is not', async () => {
  const forgotten = await jobs.place({ token: 'test_delays_1' })
  const paid = await jobs.place({ token: 'test_delays_2' })
  await jobs.settle()
  await jobs.shop.carryOut(recordPaymentAuthorised, { orderId: paid.orderId, reference: 'in time' })
  await sleep(SOON)
  const { reminders } = jobs.start({ sweepMs: 200 })
  await expect.poll(() => jobs.typesOf(forgotten.orderId), { timeout: 8000 }).toContain('OrderCancelled')
  reminders.payment(paid.orderId, 0)
  await sleep(500)
  expect(await jobs.typesOf(paid.orderId)).not.toContain('OrderCancelled')
  expect(await jobs.shop.inStock(paid.variantId)).toBe(8)
})

test('an order to which the provider never said anything is released by the sweep', async () => {
  const { orderId, variantId } = await jobs.place()
  await sleep(SOON)
  jobs.start({ sweepMs: 200 })
  await expect.poll(() => jobs.typesOf(orderId), { timeout: 8000 }).toContain('OrderCancelled')
  expect(await jobs.shop.inStock(variantId)).toBe(10)
})
