import { expect, it, vi } from 'vitest'
import { isAtLeast, type Mark } from '@/server/engine/log/mark'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import { catchUpOrRebuild, isBeingRebuilt, rebuild } from '@/server/engine/rebuilding/rebuild'
import { listOrders } from './order-history/order-history.query'
import { ownReadSide } from './own-read-side'
import { projections } from './registry'
import { sell } from './test-sales'
import { created, merchant, placed } from './testing'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

const shop = ownReadSide()

const options = (batchSize = 7) => ({ ...shop.options, batchSize })

it('while orders come in, nobody sees an empty list or a mark that goes back, and every row is as it was', async () => {
  await sell(shop, 1, 30)
  await shop.catchUpAll()
  let isSelling = true
  const selling = sell(shop, 31, 60).then(() => {
    isSelling = false
  })
  const seen: { total: number; mark: Mark }[] = []
  const looking = (async () => {
    while (isSelling) {
      const answer = await shop.answer(listOrders, { input: {}, actor: merchant })
      if (answer.ok) seen.push({ total: answer.data.total, mark: answer.mark })
    }
  })()
  const projecting = (async () => {
    while (isSelling) await shop.catchUpAll()
  })()
  for (const projection of shop.projections) expect(await rebuild(options(), projection)).toBe(true)
  await Promise.all([selling, looking, projecting])
  expect(seen.length).toBeGreaterThan(10)
  for (const [before, after] of seen.slice(1).map((look, i) => [seen[i], look] as const)) {
    expect(after.total).toBeGreaterThanOrEqual(before?.total ?? 0)
    expect(before && isAtLeast(after.mark, before.mark)).toBe(true)
  }
  await shop.catchUpAll()
  const standing = await shop.dump()
  for (const projection of shop.projections) await rebuild(options(1000), projection)
  expect(await shop.dump()).toEqual(standing)
  expect(standing.order_history).toHaveLength(60)
})

it('rows that were spoilt are right again', async () => {
  await sell(shop, 1, 9)
  await shop.catchUpAll()
  const standing = await shop.dump()
  await shop.admin`update read.order_history set total = total + 1, customer_name = null`
  await shop.admin`delete from read.revenue_day`
  await shop.admin`update read.product_sales_window set amount = 0`
  expect(await shop.dump()).not.toEqual(standing)
  for (const projection of shop.projections) await rebuild(options(), projection)
  expect(await shop.dump()).toEqual(standing)
})

const orderHistory = () => shop.named('order-history')

it('one that was broken off goes on where it stopped', async () => {
  await sell(shop, 1, 20)
  await shop.catchUpAll()
  const standing = await shop.dump()
  const breaking = new AbortController()
  const isDone = await rebuild(options(5), orderHistory(), {
    signal: breaking.signal,
    onProgress: () => breaking.abort(),
  })
  expect(isDone).toBe(false)
  expect(await isBeingRebuilt(shop.projector, 'order-history')).toBe(true)
  expect(await shop.dump()).toEqual(standing)
  const batches: number[] = []
  await rebuild(options(5), orderHistory(), { onProgress: ({ events }) => batches.push(events) })
  expect(batches.reduce((sum, events) => sum + events)).toBe(2 + 20 * 2 + 5 * 2 - 5)
  expect(await isBeingRebuilt(shop.projector, 'order-history')).toBe(false)
  expect(await shop.dump()).toEqual(standing)
})

it('two at once share the work', async () => {
  await sell(shop, 1, 20)
  await shop.catchUpAll()
  const standing = await shop.dump()
  expect(await Promise.all([rebuild(options(3), orderHistory()), rebuild(options(3), orderHistory())])).toEqual([
    true,
    true,
  ])
  expect(await shop.dump()).toEqual(standing)
})

it('rows of an earlier version, of another time zone or of another log are made anew, and left alone until then', async () => {
  await shop.record([created(1), placed(1, {}, '2026-05-04T23:30:00.000Z')])
  await shop.catchUpAll()
  const days = () => shop.admin<{ day: string }[]>`select day from read.revenue_day`
  expect(await days()).toEqual([{ day: '2026-05-05' }])
  const inNewYork = projections({ timeZone: 'America/New_York' }).find(({ name }) => name === 'revenue')
  if (!inNewYork) throw new Error('No such projection')
  await prepareProjections(shop.projector, [inNewYork])
  await expect(catchUp(options(), [inNewYork])).rejects.toThrow('outdated')
  expect(await days()).toEqual([{ day: '2026-05-05' }])
  await catchUpOrRebuild(options(), inNewYork)
  expect(await days()).toEqual([{ day: '2026-05-04' }])

  const next = { ...inNewYork, version: 2 }
  await catchUpOrRebuild(options(), next)
  // A worker of the release before, which is still running, does not touch the new rows.
  await shop.record([placed(2)])
  expect(await catchUp(options(), [inNewYork])).toBe(0)
  expect(await catchUp(options(), [next])).toBe(1)

  await shop.admin`update read.checkpoint set epoch = gen_random_uuid() where name = 'revenue'`
  await prepareProjections(shop.projector, [next])
  await expect(catchUp(options(), [next])).rejects.toThrow('outdated')
  await catchUpOrRebuild(options(), next)
  expect(await catchUp(options(), [next])).toBe(0)
})
