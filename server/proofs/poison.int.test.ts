import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listParked } from '@/server/engine/parking/parked'
import type { Projection } from '@/server/engine/projections/projection'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import type { QueueBackend } from '@/server/engine/queue/queue'
import { startRunner } from '@/server/engine/worker/runner'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { openReadSide, type TestReadSide } from '@/server/read/test-read-side'
import { authorised, created, orderIdOf, placed, shipped } from '@/server/read/testing'

const ORDERS = 5000
const BAD = 2500

let shop: TestReadSide
beforeAll(async () => {
  shop = await openReadSide()
})
afterAll(() => shop.close())

/** A release all of whose projections throw at one event. */
const failing = (): Projection[] =>
  shop.projections.map((projection) => ({
    ...projection,
    apply: async (tx, events) => {
      if (events.some(({ key, type }) => key === orderIdOf(BAD) && type === 'PaymentAuthorised'))
        throw new TypeError('a bad event')
      return projection.apply(tx, events)
    },
  }))

function startWorker(projections: readonly Projection[]) {
  const { redisUrl, projectorUrl } = shop.database
  const queue: QueueBackend = redisUrl ? { redisUrl } : { postgresUrl: projectorUrl }
  const policies = { policies: [], policySql: shop.command }
  return startRunner({ ...policies, sql: shop.projector, definitions, projections, queue, onError: () => {} })
}

async function untilAgrees(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 100_000
  while (!(await isSo()) && performance.now() < deadline) await sleep(50)
}

const countOf = async (status: string) => {
  const [row] = await shop.admin<{ n: number }[]>`
    select count(*)::int as n from read.order_history where status = ${status}`
  return row?.n ?? 0
}

/** The rows of a shop in which the event never was bad. */
async function foldFromZero() {
  for (const { tables } of shop.projections)
    for (const table of tables) await shop.admin`delete from ${shop.admin(`read.${table}`)}`
  await shop.admin`delete from read.checkpoint`
  await prepareProjections(shop.projector, shop.projections)
  await catchUp({ sql: shop.projector, definitions }, shop.projections)
  return shop.dump()
}

it('a worker parks the one key of 5,000 that is bad, keeps all others current, and the next release makes up for it', {
  timeout: 300_000,
}, async () => {
  await shop.record([created(1), created(2)])
  for (let n = 1; n <= ORDERS; n += 250) {
    const orders = Array.from({ length: 250 }, (_, i) => n + i)
    await shop.record(orders.flatMap((order) => [placed(order), authorised(order)]))
  }
  const bad = await startWorker(failing())
  await untilAgrees(async () => (await countOf('paid')) === ORDERS - 1)
  await shop.record([shipped(BAD), shipped(BAD + 1)])
  await untilAgrees(async () => (await countOf('shipped')) === 1)
  await bad.stop()
  expect([await countOf('awaiting-payment'), await countOf('paid'), await countOf('shipped')]).toEqual([
    1,
    ORDERS - 2,
    1,
  ])
  const parked = await listParked(shop.admin, 'read.parked_key')
  expect(new Set(parked.map(({ key }) => key))).toEqual(new Set([orderIdOf(BAD)]))
  expect(parked.map(({ reader }) => reader)).toContain('order-history')

  const good = await startWorker(shop.projections)
  await untilAgrees(async () => (await listParked(shop.admin, 'read.parked_key')).length === 0)
  await good.stop()
  const healed = await shop.dump()
  expect(await countOf('shipped')).toBe(2)
  expect(healed).toEqual(await foldFromZero())
})
