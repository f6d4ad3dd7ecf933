import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '@/server/engine/database/postgres'
import type { Projection } from '@/server/engine/projections/projection'
import { definePolicy, preparePolicies } from '@/server/engine/reactions/policy'
import { reactToNew } from '@/server/engine/reactions/react'
import { startProjectionConvoy } from '@/server/engine/worker/projection-convoy'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { openReadSide, type TestReadSide } from '@/server/read/test-read-side'
import { created, placed } from '@/server/read/testing'
import { WORKER_SESSION_SETTINGS } from '@/server/worker-settings'

let shop: TestReadSide
beforeAll(async () => {
  shop = await openReadSide()
})
afterAll(() => shop.close())

/** As a worker opens them, but nobody is waited for so long. */
const openPool = (url: string, idle: string) =>
  connect(url, {
    name: 'test-paused',
    max: 3,
    settings: { ...WORKER_SESSION_SETTINGS, idle_in_transaction_session_timeout: idle },
  })

function pausing() {
  let resume = () => {}
  const until = new Promise<void>((resolve) => {
    resume = resolve
  })
  return { until, resume: () => resume() }
}

it('a worker that falls asleep in the middle of a batch holds nobody up, and when it wakes up the effect is still once', async () => {
  await shop.record([created(1), placed(1), placed(2)])
  const asleep = pausing()
  let hasFallenAsleep = false
  const sleepy: Projection[] = shop.projections.map((one) => ({
    ...one,
    apply: async (tx, events) => {
      hasFallenAsleep = true
      await asleep.until
      return one.apply(tx, events)
    },
  }))
  const [sleepySql, awakeSql] = ['1s', '10s'].map((idle) => openPool(shop.database.projectorUrl, idle))
  const convoyOf = (sql = shop.projector, projections: readonly Projection[] = shop.projections) =>
    startProjectionConvoy({ sql, definitions, onError: () => {} }, projections)
  const sleeper = convoyOf(sleepySql, sleepy)
  const woken = sleeper.wake()
  await expect.poll(() => hasFallenAsleep, { timeout: 10_000 }).toBe(true)
  const other = convoyOf(awakeSql)
  const sold = async () => (await shop.admin`select orders from read.revenue_day`).map(({ orders }) => orders)
  await expect
    .poll(
      async () => {
        await other.wake()
        return sold()
      },
      { timeout: 10_000 },
    )
    .toEqual([2])
  asleep.resume()
  await woken
  await Promise.all([sleeper.stop(), other.stop()])
  await shop.catchUpAll()
  expect(await sold()).toEqual([2])
  await Promise.all([sleepySql?.end(), awakeSql?.end()])
}, 60_000)

it('a policy that waits for a partner is not taken for asleep', async () => {
  const sql = openPool(shop.database.commandUrl, '3s')
  let reacted = 0
  const policy = definePolicy({
    name: 'patient',
    version: 1,
    handles: ['OrderPlaced'],
    react: async () => {
      reacted++
      await new Promise((resolve) => setTimeout(resolve, 4500))
    },
  })
  await preparePolicies(sql, [policy])
  expect(await reactToNew({ sql, definitions }, policy)).toBe(2)
  expect(await reactToNew({ sql, definitions }, policy)).toBe(0)
  expect(reacted).toBe(2)
  await sql.end()
}, 60_000)
