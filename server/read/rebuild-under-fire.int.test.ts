import { expect, it, vi } from 'vitest'
import { isAtLeast, type Mark } from '@/server/engine/log/mark'
import type { Query } from '@/server/engine/queries/query'
import { askForRebuild } from '@/server/engine/rebuilding/rebuild-row'
import { workOffRebuilds } from '@/server/engine/rebuilding/work-off-rebuilds'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { findOrder } from './order-detail/order-detail.query'
import { listOrders } from './order-history/order-history.query'
import { ownReadSide } from './own-read-side'
import { getRevenue } from './revenue/revenue.query'
import { sell } from './test-sales'
import { merchant, orderIdOf } from './testing'
import { listTopProducts } from './top-products/top-products.query'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

const shop = ownReadSide({ isKept: true })

const DAY = '2026-05-04'
const _NOON = `${DAY}T12:00:00.000Z`

/** How much a page shows; it only grows while orders are placed. */
type Look = { question: string; amount: number; mark: Mark }

const QUESTIONS: [question: Query<never, never, never>, input: object, amount: (data: never) => number][] = [
  [listOrders as never, {}, (data: { total: number }) => data.total],
  [getRevenue as never, { from: DAY, to: DAY }, (data: { total: { orders: number } }) => data.total.orders],
  [findOrder as never, { orderId: orderIdOf(1) }, (data: object | null) => (data ? 1 : 0)],
  [
    listTopProducts as never,
    { from: DAY, to: DAY, limit: 10 },
    (data: { products: { quantity: number }[] }) => data.products.reduce((sum, { quantity }) => sum + quantity, 0),
  ],
]

async function sellUntil(isOver: () => boolean): Promise<number> {
  let sold = 30
  while (!isOver() || sold < 60) {
    sold += 1
    await sell(shop, sold, sold)
  }
  return sold
}

async function look(): Promise<Look[]> {
  const looks: Look[] = []
  for (const [question, input, amount] of QUESTIONS) {
    const answer = await shop.answer(question, { input, actor: merchant })
    if (!answer.ok) throw new Error(answer.message)
    looks.push({ question: question.name, amount: amount(answer.data), mark: answer.mark })
  }
  return looks
}

it('every projection is rebuilt twice while orders are placed, and no page ever shows less than before', {
  timeout: 180_000,
}, async () => {
  await sell(shop, 1, 30)
  await shop.catchUpAll()
  let isOver = false
  const seen: Look[][] = [await look()]
  const selling = sellUntil(() => isOver)
  const looking = (async () => {
    while (!isOver) seen.push(await look())
  })()
  const projecting = (async () => {
    while (!isOver) await shop.catchUpAll()
  })()
  for (let round = 0; round < 2; round++) {
    for (const projection of shop.projections) await askForRebuild(shop.projector, projection)
    await workOffRebuilds({ sql: shop.projector, definitions, batchSize: 100 }, shop.projections)
  }
  isOver = true
  const [sold] = await Promise.all([selling, looking, projecting])
  const states = await shop.admin`select distinct state from read.rebuild`
  expect(states).toEqual([{ state: 'done' }])

  expect(seen.length).toBeGreaterThan(5)
  expect(seen[0]?.map(({ amount }) => amount)).toEqual([30, 30, 1, expect.any(Number)])
  for (const [at, looks] of seen.slice(1).entries()) {
    for (const [index, { question, amount, mark }] of looks.entries()) {
      const before = seen[at]?.[index] ?? expect.unreachable()
      expect(amount, question).toBeGreaterThanOrEqual(before.amount)
      expect(isAtLeast(mark, before.mark), question).toBe(true)
    }
  }

  await shop.catchUpAll()
  const standing = await shop.dump()
  expect(standing.order_history).toHaveLength(sold)
  for (const { name, tables } of shop.projections) {
    for (const table of tables) await shop.admin`delete from ${shop.admin.unsafe(`read.${table}`)}`
    await shop.admin`update read.checkpoint set snapshot = '1:1:', target = null where name = ${name}`
  }
  await shop.catchUpAll()
  expect(await shop.dump()).toEqual(standing)
})
