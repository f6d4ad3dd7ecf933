import { expect, it } from 'vitest'
import { listParked } from '@/server/engine/parking/parked'
import type { Projection } from '@/server/engine/projections/projection'
import { heal, healDue } from '@/server/engine/projector/heal'
import { catchUp } from '@/server/engine/projector/projector'
import { giveBack } from '@/server/engine/rebuilding/give-back'
import { rebuild } from '@/server/engine/rebuilding/rebuild'
import { startProjectionConvoy } from '@/server/engine/worker/projection-convoy'
import { settleReaders } from '@/server/engine/worker/settle-readers'
import { findOrder } from './order-detail/order-detail.query'
import { ownReadSide } from './own-read-side'
import { authorised, created, merchant, orderIdOf, placed, shipped } from './testing'

const shop = ownReadSide()

const options = () => ({ ...shop.options, batchSize: 500, poison: 'park' as const })

/** The same projections, but all throw at events of this key. */
const failingAt = (key: string, type: string): Projection[] =>
  shop.projections.map((projection) => ({
    ...projection,
    apply: async (tx, events) => {
      if (events.some((event) => event.key === key && event.type === type)) throw new TypeError('a bad event')
      return projection.apply(tx, events)
    },
  }))

async function sell(from: number, to: number) {
  for (let n = from; n <= to; n += 250) {
    const orders = Array.from({ length: Math.min(250, to - n + 1) }, (_, i) => n + i)
    await shop.record(orders.flatMap((order) => [placed(order), authorised(order)]))
  }
}

it('one bad event among 10,000 parks one key, and nobody else notices; healed, it never was', {
  timeout: 120_000,
}, async () => {
  const bad = 2500
  await shop.record([created(1), created(2)])
  await sell(1, 5000)
  await catchUp(options(), failingAt(orderIdOf(bad), 'PaymentAuthorised'))
  const parked = await listParked(shop.admin, 'read.parked_key')
  expect(new Set(parked.map(({ key }) => key))).toEqual(new Set([orderIdOf(bad)]))
  expect(parked.length).toBeGreaterThan(1)
  expect(parked[0]).toMatchObject({ type: 'PaymentAuthorised', reason: 'a bad event', attempts: 1 })

  // What comes later of the key waits behind it; other keys are current.
  await shop.record([shipped(bad), shipped(bad + 1)])
  await catchUp(options(), failingAt(orderIdOf(bad), 'PaymentAuthorised'))
  const answer = await shop.answer(findOrder, { input: { orderId: orderIdOf(bad) }, actor: merchant })
  const other = await shop.answer(findOrder, { input: { orderId: orderIdOf(bad + 1) }, actor: merchant })
  expect(answer).toMatchObject({ data: { status: 'awaiting-payment' }, parked: [orderIdOf(bad)] })
  expect(other).toMatchObject({ data: { status: 'shipped' } })

  const [failing] = failingAt(orderIdOf(bad), 'PaymentAuthorised').filter(({ name }) => name === 'order-detail')
  expect(await heal(options(), failing as Projection, orderIdOf(bad))).toBe('failed')
  await healDue(options(), shop.projections, true)
  expect(await listParked(shop.admin, 'read.parked_key')).toEqual([])
  const healed = await shop.dump()
  for (const projection of shop.projections) await rebuild({ ...options(), batchSize: 5000 }, projection)
  expect(healed).toEqual(await shop.dump())
})

it('a row that its table refuses parks its key, though whoever moves together with it sends all at once', async () => {
  await shop.record([created(1), created(2)])
  await sell(1, 20)
  await shop.admin`alter table read.order_detail add constraint no_seven check (number <> 'TM-7')`
  const failed: string[] = []
  const convoy = startProjectionConvoy({ ...shop.options, onError: (_, about) => failed.push(about) }, shop.projections)
  await convoy.wake()
  await convoy.stop()
  expect(failed).toEqual([])
  const parked = await listParked(shop.admin, 'read.parked_key')
  expect(parked.map(({ reader, key }) => [reader, key])).toEqual([['order-detail', orderIdOf(7)]])
  const rows = await shop.dump()
  expect(rows.order_history).toHaveLength(20)
  expect(rows.order_detail).toHaveLength(19)

  await shop.admin`alter table read.order_detail drop constraint no_seven`
  await healDue(options(), shop.projections, true)
  const healed = await shop.dump()
  for (const projection of shop.projections) await rebuild({ ...options(), batchSize: 5000 }, projection)
  expect(healed).toEqual(await shop.dump())
})

it('a projection that fails at everything parks nothing and stands still', async () => {
  await shop.record([created(1), created(2)])
  await sell(1, 60)
  const broken = shop.projections.map((one) => ({ ...one, apply: () => Promise.reject(new Error('a missing column')) }))
  await expect(catchUp(options(), broken)).rejects.toThrow('a missing column')
  expect(await listParked(shop.admin, 'read.parked_key')).toEqual([])
  await shop.catchUpAll()
  expect((await shop.dump()).order_history).toHaveLength(60)
})

it('a rebuild takes the parked keys of the new rows with it', async () => {
  await shop.record([created(1), created(2)])
  await sell(1, 10)
  await shop.catchUpAll()
  const [failing] = failingAt(orderIdOf(3), 'PaymentAuthorised').filter(({ name }) => name === 'order-history')
  await rebuild(options(), failing as Projection)
  expect(await listParked(shop.admin, 'read.parked_key')).toMatchObject([
    { reader: 'order-history', key: orderIdOf(3) },
  ])
  await rebuild(options(), shop.named('order-history'))
  expect(await listParked(shop.admin, 'read.parked_key')).toEqual([])
})

/** The rows as they stand, and what they are made from the log anew. */
async function standingAndAnew() {
  const standing = await shop.dump()
  for (const projection of shop.projections) await rebuild({ ...options(), batchSize: 5000 }, projection)
  return [standing, await shop.dump()]
}

it('of readers at different places one parks a key, and the others lose nothing', async () => {
  await shop.record([created(1), created(2)])
  await sell(1, 4)
  await shop.catchUpAll(1000, ['order-history'])
  await sell(5, 12)
  const [failing] = failingAt(orderIdOf(7), 'OrderPlaced').filter(({ name }) => name === 'order-history')
  const some = [failing as Projection, ...['product-history', 'activity', 'order-detail'].map(shop.named)]
  await catchUp(options(), some)
  expect((await listParked(shop.admin, 'read.parked_key')).map(({ key }) => key)).toContain(orderIdOf(7))
  await healDue(options(), shop.projections, true)
  await shop.catchUpAll()
  const [standing, anew] = await standingAndAnew()
  expect(standing).toEqual(anew)
})

it('partitions that stand apart return to the rows from before, with two keys that fail, and lose nothing', async () => {
  const [failing] = shop.projections
    .filter(({ name }) => name === 'order-history')
    .map((projection) => ({
      ...projection,
      apply: async (...[tx, events]: Parameters<Projection['apply']>) => {
        if (events.some(({ key }) => [14, 20].map(orderIdOf).includes(key))) throw new TypeError('a bad event')
        return projection.apply(tx, events)
      },
    })) as [Projection]
  await shop.record([created(1), created(2)])
  await sell(1, 6)
  await shop.catchUpAll()
  const readers = await settleReaders(options(), [failing], new Map([[failing.name, 3]]))
  await sell(7, 9)
  await catchUp(options(), readers.slice(0, 1))
  await sell(10, 12)
  await catchUp(options(), readers.slice(1, 2))
  await rebuild(options(), failing)
  await sell(13, 30)
  await giveBack(options(), failing)
  const whole = shop.projections.filter(({ name }) => name === failing.name)
  const parts = await settleReaders(options(), whole, new Map([[failing.name, 3]]))
  await catchUp(options(), parts)
  await healDue(options(), parts, true)
  expect(await listParked(shop.admin, 'read.parked_key')).toEqual([])
  const standing = (await shop.dump()).order_history
  await rebuild(options(), shop.named(failing.name))
  expect(standing).toEqual((await shop.dump()).order_history)
})
