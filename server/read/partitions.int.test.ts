import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { PARTITIONED } from '@/server/config/partitions'
import { readersIn } from '@/server/engine/log/checkpoint'
import { covers } from '@/server/engine/log/mark'
import { listParked } from '@/server/engine/parking/parked'
import { NotSplittable } from '@/server/engine/projections/partitions'
import type { Projection } from '@/server/engine/projections/projection'
import { heal } from '@/server/engine/projector/heal'
import { catchUp } from '@/server/engine/projector/projector'
import { rebuild } from '@/server/engine/rebuilding/rebuild'
import { startProjectionConvoy } from '@/server/engine/worker/projection-convoy'
import { settleReaders } from '@/server/engine/worker/settle-readers'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { orderHistoryProjection } from './order-history/order-history.projection'
import { listOwnOrders } from './order-history/order-history.query'
import { openReadSide, type TestReadSide } from './test-read-side'
import { ada, authorised, orderIdOf, placed, shipped } from './testing'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

const ORDERS = 9

let shop: TestReadSide
beforeAll(async () => {
  shop = await openReadSide()
})
beforeEach(() => shop.clear())
afterAll(() => shop.close())

const history = orderHistoryProjection({ timeZone: 'Europe/London' })
const options = () => ({ sql: shop.projector, definitions })
const splitIn = (count: number, projection: Projection = history) =>
  settleReaders(options(), [projection], new Map([['order-history', count]]))
const ask = (tokens: Awaited<ReturnType<TestReadSide['record']>>[] = []) =>
  shop.answer(listOwnOrders, { input: {}, actor: ada, tokens })
const rowsNow = async () => (await shop.dump()).order_history

async function shown(tokens?: Parameters<typeof ask>[0]) {
  const answer = await ask(tokens)
  return answer.ok ? answer : expect.unreachable()
}

/** Nine orders of Ada's, each by a command of its own. */
async function nineOrders() {
  const tokens = []
  for (let n = 1; n <= ORDERS; n++) tokens.push(await shop.record([placed(n), authorised(n)], ada))
  return tokens
}

it('those that can have partitions are those whose rows are made by the events of one key', () => {
  const able = shop.projections.filter(({ audit }) => audit?.evidence === 'stream').map(({ name }) => name)
  expect(able.toSorted()).toEqual([...PARTITIONED].sort())
})

it('a projection whose rows are written by several keys is not split, and neither is one that is none', async () => {
  const split = (name: string) => settleReaders(options(), shop.projections, new Map([[name, 2]]))
  await expect(split('revenue')).rejects.toThrow(NotSplittable)
  await expect(split('order-histories')).rejects.toThrow(NotSplittable)
})

it('of partitions at different places an answer has own work whole, once, and says so', async () => {
  await shop.catchUpAll()
  const [one, ...others] = await splitIn(3)
  const tokens = await nineOrders()
  await catchUp(options(), [one ?? expect.unreachable()])

  const some = await shown()
  expect(some.data.orders.length).toBeGreaterThan(0)
  expect(some.data.orders.length).toBeLessThan(ORDERS)
  expect(some.mark.others).toHaveLength(2)
  // What is there though the mark does not promise it is named, or its author's browser would show it twice.
  expect(Object.keys(some.folded ?? {})).toHaveLength(some.data.orders.length)

  const all = await shown(tokens)
  expect(all.data.orders).toHaveLength(ORDERS)
  expect(tokens.filter((token) => covers(all.mark, token))).toEqual([])
  expect(Object.keys(all.folded ?? {})).toHaveLength(ORDERS)

  await catchUp(options(), others)
  const late = await shown(tokens)
  expect(late.data).toEqual(all.data)
  expect(late.folded).toBeUndefined()
  expect(late.mark.counter).toBeGreaterThan(all.mark.counter)
  expect(tokens.filter((token) => !covers(late.mark, token))).toEqual([])
})

it('a partition that is held up holds up no other', async () => {
  const [held, ...others] = await splitIn(3)
  await nineOrders()
  let release = () => {}
  const holding = shop.admin.begin(async (tx) => {
    await tx`select from read.checkpoint where name = ${held?.name ?? ''} for update`
    await new Promise<void>((resolve) => {
      release = resolve
    })
  })
  const convoys = others.map((other) =>
    startProjectionConvoy({ ...options(), onError: (error) => expect.unreachable(error.message) }, [other]),
  )
  await Promise.all(convoys.map((convoy) => convoy.wake()))
  const before = (await rowsNow())?.length ?? 0
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(ORDERS)
  release()
  await holding
  await Promise.all(convoys.map((convoy) => convoy.stop()))
  await catchUp(options(), await splitIn(3))
  expect(await rowsNow()).toHaveLength(ORDERS)
})

it('partitions of another number go on from where those before stood, and a rebuild keeps them', async () => {
  const [one] = await splitIn(3)
  await nineOrders()
  await catchUp(options(), [one ?? expect.unreachable()])
  const before = await shown()
  const two = await splitIn(2)
  expect(await readersIn(shop.projector, 'read', 'order-history')).toEqual(two.map(({ name }) => name))
  const after = await shown()
  expect(after.mark.counter).toBeGreaterThan(before.mark.counter)
  expect(after.data.orders).toHaveLength(ORDERS)

  await shop.record([shipped(3)])
  await catchUp(options(), two.slice(0, 1))
  expect(await rebuild(options(), history)).toBe(true)
  expect(await settleReaders(options(), [history])).toHaveLength(2)
  const rebuilt = await shown()
  expect(rebuilt.mark.counter).toBeGreaterThan(after.mark.counter)
  expect(rebuilt.mark.others).toBeUndefined()
  const rows = await rowsNow()
  await catchUp(options(), await splitIn(1))
  expect(await rowsNow()).toEqual(rows)
  expect(await readersIn(shop.projector, 'read', 'order-history')).toEqual(['order-history'])
})

it('a partition on its own way that is no more, because there is another number of them, fails nobody', async () => {
  const slowly = (one: Projection): Projection => ({
    ...one,
    apply: async (...given) => {
      await sleep(20)
      return one.apply(...given)
    },
  })
  const [first, ...others] = await splitIn(3)
  await nineOrders()
  await catchUp(options(), [first ?? expect.unreachable()])
  const errors: Error[] = []
  const convoy = startProjectionConvoy(
    { ...options(), batchSize: 1, onError: (error) => void errors.push(error) },
    [first ?? expect.unreachable(), ...others].map(slowly),
  )
  await convoy.wake()
  const two = await splitIn(2)
  await sleep(200)
  await convoy.stop()
  expect(errors).toEqual([])
  await catchUp(options(), two)
  expect(await rowsNow()).toHaveLength(ORDERS)
})

it('a key that a partition failed at waits with it, goes with its events into another, and heals there', async () => {
  const failing: Projection = {
    ...history,
    apply: async (tx, events) => {
      if (events.some(({ key, type }) => key === orderIdOf(5) && type === 'PaymentAuthorised'))
        throw new TypeError('bad')
      return history.apply(tx, events)
    },
  }
  await nineOrders()
  await catchUp({ ...options(), poison: 'park' }, await splitIn(3, failing))
  expect((await shown()).parked).toEqual([orderIdOf(5)])
  await splitIn(2, failing)
  const [parked, ...more] = await listParked(shop.projector, 'read.parked_key')
  expect(more).toEqual([])
  const reader = (await splitIn(2)).find(({ name }) => name === parked?.reader)
  expect(await heal(options(), reader ?? expect.unreachable(), orderIdOf(5))).toBe('healed')
  expect((await shown()).parked).toBeUndefined()
  const healed = await rowsNow()
  expect(await rebuild(options(), history)).toBe(true)
  expect(await rowsNow()).toEqual(healed)
})
