import { afterEach, expect, it, vi } from 'vitest'
import { giveBack } from '@/server/engine/rebuilding/give-back'
import { rebuild } from '@/server/engine/rebuilding/rebuild'
import { askForRebuild, findRebuild, steerRebuild } from '@/server/engine/rebuilding/rebuild-row'
import { workOffRebuilds } from '@/server/engine/rebuilding/work-off-rebuilds'
import { openRebuilds, type Rebuilds, startRebuilds } from '@/server/operations/rebuilds'
import { ownReadSide } from './own-read-side'
import { sell } from './test-sales'
import { priceChanged, refunded, shipped } from './testing'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

const shop = ownReadSide()

const options = (more: object = {}) => ({ ...shop.options, batchSize: 5, ...more })
const stateOf = async (name: string) => (await findRebuild(shop.projector, name))?.state

/** What the read tables hold when every event is projected alone. */
async function foldedOneByOne() {
  await shop.catchUpAll(1)
  return shop.dump()
}

it('one whose connections are cut in the middle goes on, and ends as if nothing had been', async () => {
  await sell(shop, 1, 30)
  const standing = await foldedOneByOne()
  for (const name of ['order-history', 'revenue', 'top-products']) {
    let stretches = 0
    const cut = rebuild(options(), shop.named(name), {
      onProgress() {
        stretches += 1
        if (stretches !== 4) return
        void shop.admin`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tidemark_projector'`
      },
    })
    await cut.catch(() => {})
    await vi.waitFor(() => shop.projector`select 1`, 5000)
    expect(await rebuild(options(), shop.named(name))).toBe(true)
  }
  await shop.catchUpAll()
  expect(await shop.dump()).toEqual(standing)
})

it('rows that are forgotten for want of memory are found again', async () => {
  await sell(shop, 1, 40)
  const standing = await foldedOneByOne()
  for (const projection of shop.projections) await askForRebuild(shop.projector, projection)
  await workOffRebuilds(options({ heldBytes: 1, batchSize: 10 }), shop.projections)
  expect(await shop.dump()).toEqual(standing)
})

it('several at once read the log together, and say whether the rows are those that stood', async () => {
  await sell(shop, 1, 20)
  const standing = await foldedOneByOne()
  await shop.admin`update read.order_history set total = total + 1 where number = (select min(number) from read.order_history)`
  for (const projection of shop.projections) await askForRebuild(shop.projector, projection)
  await workOffRebuilds(options(), shop.projections)
  expect(await shop.dump()).toEqual(standing)
  expect(await findRebuild(shop.projector, 'order-detail')).toMatchObject({
    state: 'done',
    compared: [{ table: 'order_detail', rows: 20, differing: 0 }],
  })
  const { compared } = (await findRebuild(shop.projector, 'order-history')) ?? expect.unreachable()
  expect(compared).toMatchObject([{ differing: 1, samples: [{ changes: [{ path: ['total'] }] }] }])
})

it('what stood before is returned to, and nobody sees the past', async () => {
  await sell(shop, 1, 10)
  await shop.catchUpAll()
  const revenue = shop.named('revenue')
  expect(await giveBack(options(), revenue)).toBe('nothing kept')
  await rebuild(options(), revenue)
  await shop.admin`update read.revenue_day set gross = 0`
  await sell(shop, 11, 14)
  expect(await giveBack(options(), revenue)).toBe('returned')
  const standing = await foldedOneByOne()
  await rebuild(options(), revenue)
  expect(await shop.dump()).toEqual(standing)
  const next = { ...revenue, version: 9 }
  await rebuild(options(), next)
  expect(await giveBack(options(), next)).toBe('other version')
  // The release before it returns to its own rows.
  expect(await giveBack(options(), revenue)).toBe('returned')
  expect(await shop.dump()).toEqual(standing)
})

let running: { stop: () => Promise<void> } | null = null
let wishes: Rebuilds | null = null
afterEach(async () => {
  await running?.stop()
  await wishes?.close()
})

it('staff pause a rebuild, let it go on and cancel it, through the queue and a worker', {
  timeout: 60_000,
}, async () => {
  await sell(shop, 1, 40)
  const standing = await foldedOneByOne()
  const { backend } = shop
  let isHeld = true
  const held = shop.projections.map((one) => ({
    ...one,
    async apply(...words: Parameters<typeof one.apply>) {
      while (isHeld && one.name === 'order-history') await new Promise((resolve) => setTimeout(resolve, 20))
      return one.apply(...words)
    },
  }))
  running = startRebuilds({ ...options(), backend, projections: held, onError: () => {} })
  wishes = openRebuilds(backend, shop.query, () => {})
  const wish = (word: 'run' | 'pause' | 'cancel') => wishes?.ask({ name: 'order-history', wish: word })
  const becomes = (state: string) =>
    vi.waitFor(async () => expect(await stateOf('order-history')).toBe(state), { timeout: 15_000, interval: 50 })

  await wish('run')
  await becomes('filling')
  await wish('pause')
  await vi.waitFor(async () => expect((await findRebuild(shop.query, 'order-history'))?.wish).toBe('pause'), 10_000)
  // Wishes are asked for twice a second, between two stretches.
  await new Promise((resolve) => setTimeout(resolve, 600))
  isHeld = false
  await becomes('paused')
  const paused = await findRebuild(shop.query, 'order-history')
  expect(paused?.reached).toBeLessThan(paused?.last ?? 0)
  await wish('run')
  await becomes('done')
  expect(await shop.dump()).toEqual(standing)

  isHeld = true
  await wish('run')
  await becomes('filling')
  expect(await steerRebuild(shop.projector, 'order-history', 'cancel')).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 600))
  isHeld = false
  await becomes('cancelled')
  expect(await shop.admin`select from read_next.checkpoint`).toHaveLength(0)
  expect(
    await shop.admin`select from pg_tables where schemaname = 'read_next' and tablename = 'order_history'`,
  ).toHaveLength(0)
  expect(await shop.dump()).toEqual(standing)
})

it.each(['order-history', 'order-detail', 'product-listing', 'customer-statistics', 'activity'])(
  'one that is left when the log is walked through goes on with the rows it made: %s',
  async (name) => {
    await sell(shop, 1, 30)
    await shop.catchUpAll()
    const stop = new AbortController()
    const [log] = await shop.admin`select max(position) as last from write.event`
    await rebuild(options(), shop.named(name), {
      signal: stop.signal,
      onProgress: ({ checkpoint }) => checkpoint.reached === log?.last && stop.abort(),
    })
    expect(await stateOf(name)).not.toBe('done')
    await shop.record([shipped(1), refunded(2, 100), shipped(3), priceChanged(1, 4700)])
    expect(await rebuild(options(), shop.named(name))).toBe(true)
    const resumed = await foldedOneByOne()
    expect(await rebuild(options(), shop.named(name))).toBe(true)
    expect(resumed).toEqual(await foldedOneByOne())
  },
)
