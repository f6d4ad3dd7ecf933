import { afterEach, expect, it } from 'vitest'
import { replay } from '@/server/engine/audit/heal'
import { lockCheckpoint } from '@/server/engine/log/checkpoint'
import type { Audited, Projection } from '@/server/engine/projections/projection'
import { healDue } from '@/server/engine/projector/heal'
import { catchUp } from '@/server/engine/projector/projector'
import { rebuild } from '@/server/engine/rebuilding/rebuild'
import type { Convoy } from '@/server/engine/worker/convoy'
import { startProjectionConvoy } from '@/server/engine/worker/projection-convoy'
import { ownReadSide } from './own-read-side'
import { authorised, cancelled, orderIdOf, placed, refunded, shipped } from './testing'

// What a convoy remembers of the rows it wrote, and what it begins before it ends.

const shop = ownReadSide()
let convoy: Convoy | null = null
afterEach(async () => {
  await convoy?.stop()
  convoy = null
})

const named = (name: string) => shop.projections.filter((one) => one.name === name) as [Projection]

function start(projections: readonly Projection[] = shop.projections): Convoy {
  convoy = startProjectionConvoy({ ...shop.options, onError: (error) => Promise.reject(error) }, projections)
  return convoy
}

async function expectRowsOfTheLog() {
  await convoy?.stop()
  const rows = await shop.dump()
  for (const projection of shop.projections) await rebuild(shop.options, projection)
  expect(rows).toEqual(await shop.dump())
}

it('does not look up what it wrote a moment ago', async () => {
  const { wake } = start()
  await shop.record([placed(1)])
  await wake()
  await shop.record([shipped(1)])
  await wake()
  // Nobody does this, and nothing tells of it: whoever looked the row up would find no shipments.
  await shop.admin`update read.order_detail set shipments = '[]'`
  await shop.record([shipped(1)])
  await wake()
  const [row] = await shop.admin<{ count: number }[]>`
    select jsonb_array_length(shipments) as count from read.order_detail`
  expect(row?.count).toBe(2)
})

it('looks up what somebody else may have written since', async () => {
  const { wake } = start()
  await shop.record([placed(1), placed(2)])
  await wake()
  await shop.record([authorised(1), shipped(1)])
  await shop.catchUpAll()
  await shop.record([refunded(1, 500), cancelled(placed(2))])
  await wake()
  await expectRowsOfTheLog()
})

it.each<[what: string, mend: () => Promise<unknown>]>([
  ['somebody has healed', () => replay(shop.options, named('order-detail')[0] as Audited, orderIdOf(1))],
  ['other tables hold that were put in place', () => rebuild(shop.options, named('order-detail')[0])],
])('looks up what %s', async (_, mend) => {
  await shop.record([placed(1), shipped(1)])
  await shop.catchUpAll()
  await shop.admin`update read.order_detail set shipments = '[]'`
  const { wake } = start()
  await shop.record([refunded(1, 500)])
  await wake()
  await mend()
  await shop.record([shipped(1)])
  await wake()
  await expectRowsOfTheLog()
})

it('forgets what it wrote in a move that failed', async () => {
  const [detail] = named('order-detail')
  let fails = false
  const failing = named('order-history').map((one) => ({
    ...one,
    apply: async (...given: Parameters<Projection['apply']>) => {
      if (fails) throw new Error('not now')
      return one.apply(...given)
    },
  }))
  convoy = startProjectionConvoy({ ...shop.options, onError: () => {} }, [detail, ...failing])
  await shop.record([placed(1), shipped(1)])
  await convoy.wake()
  fails = true
  await shop.record([refunded(1, 500)])
  await convoy.wake()
  fails = false
  await shop.record([refunded(1, 700)])
  await convoy.wake()
  await convoy.stop()
  await healDue(shop.options, shop.projections, true)
  await catchUp(shop.options, shop.projections)
  await expectRowsOfTheLog()
})

it('lets in who waits for a checkpoint, however much there is to do', async () => {
  const { wake } = start(['order-history', 'order-detail'].flatMap(named))
  let count = 0
  let isOver = false
  const sellers = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      count += 1
      await shop.record([placed(count)])
      void wake()
    }
  })
  for (let time = 0; time < 20; time++)
    await shop.projector.begin(async (tx) => {
      await tx`set local lock_timeout = '2s'`
      expect(await lockCheckpoint(tx, 'read.checkpoint', 'order-history')).not.toBeNull()
    })
  isOver = true
  await Promise.all(sellers)
  await wake()
  const [rows] = await shop.admin<{ count: number }[]>`select count(*)::int from read.order_history`
  expect(rows?.count).toBe(count)
})
