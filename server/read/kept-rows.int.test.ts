import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { giveBack } from '@/server/engine/rebuilding/give-back'
import { wishForKept, workOffKept } from '@/server/engine/rebuilding/kept-wish'
import { rebuild } from '@/server/engine/rebuilding/rebuild'
import { askForRebuild, findRebuild } from '@/server/engine/rebuilding/rebuild-row'
import { openRebuilds, type Rebuilds, startRebuilds, type WishedRebuild } from '@/server/operations/rebuilds'
import { ownReadSide } from './own-read-side'
import { authorised, placed } from './testing'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

const shop = ownReadSide()
beforeEach(async () => {
  await shop.record([placed(1), authorised(1), placed(2)])
  await shop.catchUpAll()
})

const orderHistory = () => shop.named('order-history')
const row = async () => (await findRebuild(shop.query, 'order-history')) ?? expect.unreachable()
const totals = async () =>
  (await shop.admin`select total from read.order_history order by number`).map(({ total }) => total)

/** The rows that a rebuild made are spoilt, so that they can be told from those that stood before. */
async function rebuildAndSpoil() {
  await rebuild(shop.options, orderHistory())
  await shop.admin`update read.order_history set total = 1`
}

let running: { stop: () => Promise<void> } | null = null
let wishes: Rebuilds | null = null
function startWorker() {
  const { backend, options } = shop
  running = startRebuilds({ ...options, backend, projections: shop.projections, onError: () => {} })
  wishes = openRebuilds(backend, shop.query, () => {})
}
afterEach(async () => {
  await Promise.all([running?.stop(), wishes?.close()])
  running = wishes = null
})

const ask = (wish: WishedRebuild['wish']) => wishes?.ask({ name: 'order-history', wish })
const comesTo = (found: object) => expect.poll(row, { timeout: 15_000 }).toMatchObject(found)

it('staff return to the rows from before a rebuild, and throw away those that it made', async () => {
  await rebuildAndSpoil()
  await shop.record([placed(3)])
  startWorker()
  await comesTo({ keptSince: expect.any(String), keptState: null })
  await ask('return')
  await comesTo({ keptState: 'returned', keptWish: null, keptEndedAt: expect.any(String) })
  expect(await totals()).toEqual([4500, 4500, 4500])
  await ask('drop')
  await comesTo({ keptState: 'dropped', keptSince: null })
  expect(
    await shop.admin`select from pg_tables where schemaname = 'read_before' and tablename = 'order_history'`,
  ).toEqual([])
  await ask('return')
  await comesTo({ keptState: 'nothing kept' })
  expect(await totals()).toEqual([4500, 4500, 4500])
})

it('a rebuild that is under way goes first, and one of another version is not returned to', async () => {
  await rebuildAndSpoil()
  await askForRebuild(shop.projector, orderHistory())
  await wishForKept(shop.projector, orderHistory(), 'return')
  expect(await row()).toMatchObject({ keptState: 'busy', keptWish: null })
  const next = { ...orderHistory(), version: 99 }
  await rebuild(shop.options, next)
  await wishForKept(shop.projector, next, 'return')
  await workOffKept(shop.options, [next])
  expect(await row()).toMatchObject({ keptState: 'other version', keptWish: null })
})

it('a worker that died after the return, and before it could say so, is not followed by one that undoes it', async () => {
  await rebuildAndSpoil()
  await wishForKept(shop.projector, orderHistory(), 'return')
  expect(await giveBack(shop.options, orderHistory())).toBe('returned')
  await workOffKept(shop.options, shop.projections)
  expect(await row()).toMatchObject({ keptState: 'returned', keptWish: null })
  expect(await totals()).toEqual([4500, 4500])
})

it('a return that fails says why, and leaves what is shown as it is', async () => {
  await rebuildAndSpoil()
  await shop.admin`create index order_history_odd on read.order_history (total)`
  await wishForKept(shop.projector, orderHistory(), 'return')
  await expect(workOffKept(shop.options, shop.projections)).rejects.toThrow()
  expect(await row()).toMatchObject({ keptState: 'failed', keptFailure: expect.stringContaining('is not shaped like') })
  expect(await totals()).toEqual([1, 1])
  await shop.admin`drop index read.order_history_odd`
})
