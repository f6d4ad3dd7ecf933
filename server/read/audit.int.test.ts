import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listFindings } from '@/server/engine/audit/findings'
import { replay } from '@/server/engine/audit/heal'
import { startAudit } from '@/server/engine/audit/runner'
import { type Audited, auditSample } from '@/server/engine/audit/sample'
import { beginWalk } from '@/server/engine/audit/walk'
import { openLocks } from '@/server/engine/locks'
import { catchUp } from '@/server/engine/projector'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { openReadSide, type TestReadSide } from './test-read-side'
import { authorised, cancelled, created, idOf, orderIdOf, placed, refunded, restocked, shipped } from './testing'

let shop: TestReadSide
beforeAll(async () => {
  shop = await openReadSide()
})
beforeEach(() => shop.clear())
afterAll(() => shop.close())

const options = () => ({ sql: shop.projector, definitions })
const audited = () => shop.projections.filter((one): one is Audited => one.audit !== undefined)
const byWalk = () => audited().filter(({ audit }) => audit.evidence === 'log')
const named = (name: string) => audited().find((one) => one.name === name) as Audited

/** Audits every projection, with as many parts as there are; answers the parts that differ, by projection. */
async function auditAll(): Promise<Record<string, string[]>> {
  const found = new Map<string, string[]>()
  const keep = (name: string, verdict: ReadonlyMap<string, readonly unknown[]>) => {
    const bad = [...verdict].flatMap(([part, drifts]) => (drifts.length > 0 ? [part] : []))
    if (bad.length > 0) found.set(name, bad)
  }
  for (const one of audited().filter((each) => !byWalk().includes(each)))
    keep(one.name, await auditSample(options(), one, 500))
  const walk = await beginWalk(options(), byWalk(), 500)
  while ((await walk?.step(50)) === 'more');
  for (const [name, verdict] of (await walk?.finish()) ?? []) keep(name, verdict)
  return Object.fromEntries(found)
}

async function trade(orders: number) {
  await shop.record([created(1), created(2)])
  for (let n = 1; n <= orders; n++) await shop.record([placed(n), authorised(n)])
  await shop.record([shipped(1), cancelled(placed(2)), restocked(1, 7), refunded(1, 500)])
  await shop.catchUpAll(20)
}

it('every projection can be audited, and rows that are made of the log are found to be so', async () => {
  await trade(40)
  expect(audited().map(({ name }) => name)).toEqual(shop.projections.map(({ name }) => name))
  expect(await auditAll()).toEqual({})
  const checked = await shop.admin`select reader from read.audit_standing where checked > 0 order by reader`
  expect(checked.map(({ reader }) => reader)).toEqual(
    expect.arrayContaining(['order-detail', 'activity', 'revenue', 'top-products', 'stock-levels']),
  )
})

it('a spoilt row, a missing one and one too many are found, shown with both sides, and mended by key', async () => {
  await trade(10)
  const sound = await shop.dump()
  const key = orderIdOf(3)
  await shop.admin`update read.order_detail set status = 'shipped' where order_id = ${key}`
  await shop.admin`delete from read.order_history where order_id = ${key}`
  await shop.admin`update read.stock_levels set on_hand = on_hand + 1 where product_id = ${idOf(10)}`
  await shop.admin`update read.revenue_day set gross = gross + 1`
  await shop.admin`insert into read.product_sales (day, product_id, quantity, amount) values ('2026-05-04', ${idOf(77)}, 1, 1)`
  await shop.admin`delete from read.activity`

  const found = await auditAll()
  const [day] = found.revenue ?? []
  expect(found).toEqual({
    'order-detail': [key],
    'order-history': [key],
    'stock-levels': [idOf(10)],
    revenue: [expect.any(String)],
    'top-products': [day],
    activity: expect.arrayContaining([expect.stringMatching(/^\d+$/)]),
  })
  const findings = await listFindings(shop.query)
  const [detail] = findings.filter(({ reader }) => reader === 'order-detail')
  expect(detail).toMatchObject({ part: key, drifts: [{ field: 'status', row: 'shipped', log: 'paid' }] })
  expect(new Set(findings.map(({ reader }) => reader)).size).toBe(6)

  while ((await listFindings(shop.query)).length > 0) {
    for (const { reader, part } of await listFindings(shop.query))
      expect(await replay(options(), named(reader), part)).toBe('healed')
    await auditAll()
  }
  expect(await auditAll()).toEqual({})
  expect(await shop.dump()).toEqual(sound)
})

it('what was mended by other means is no longer reported', async () => {
  await trade(5)
  await shop.admin`update read.order_detail set status = 'shipped' where order_id = ${orderIdOf(3)}`
  await auditAll()
  expect(await listFindings(shop.query)).toHaveLength(1)
  await shop.admin`update read.order_detail set status = 'paid' where order_id = ${orderIdOf(3)}`
  await auditAll()
  expect(await listFindings(shop.query)).toEqual([])
})

it('what waits for a parked key is no difference, and making the key anew ends its waiting', async () => {
  await trade(5)
  const key = orderIdOf(4)
  const failing = shop.projections.map((one) => ({ ...one, apply: failAt(one.apply, key) }))
  await shop.record([shipped(4)])
  await catchUp({ ...options(), poison: 'park' }, failing)
  const parked = () => shop.admin`select from read.parked_key where reader = 'order-detail'`
  expect(await parked()).toHaveLength(1)
  expect(await auditAll()).toEqual({})
  expect(await replay(options(), named('order-detail'), key)).toBe('healed')
  expect(await parked()).toHaveLength(0)
  expect(await shop.admin`select status from read.order_detail where order_id = ${key}`).toEqual([
    { status: 'shipped' },
  ])
})

it('raises no false alarm while events come in from several writers', { timeout: 60_000 }, async () => {
  await trade(5)
  let isOver = false
  const write = async (from: number) => {
    for (let n = from; !isOver; n += 4) await shop.record([placed(n), authorised(n)])
  }
  const project = async () => {
    while (!isOver) await shop.catchUpAll(7)
  }
  const busy = [write(100), write(101), write(102), write(103), project()]
  try {
    const end = performance.now() + 8000
    for (let round = 0; round < 3 || (round < 12 && performance.now() < end); round++)
      expect(await auditAll()).toEqual({})
  } finally {
    isOver = true
    await Promise.all(busy)
  }
  const [checked] = await shop.admin`select sum(checked)::int as parts from read.audit_standing`
  expect(checked?.parts).toBeGreaterThan(100)
})

it('a worker finds by itself what was spoilt, in rows that are looked up and in those that are walked for', async () => {
  await trade(10)
  const errors: string[] = []
  const locks = openLocks(shop.database.commandUrl)
  const pace = { sampleEveryMs: 5, stepEveryMs: 5, restMs: 5 }
  const onError = (error: Error) => errors.push(error.message)
  const audit = startAudit({ ...options(), projections: shop.projections, locks, pace, onError })
  await shop.admin`update read.order_detail set number = 'TM-0'`
  await shop.admin`update read.customer_statistics set orders = orders + 1`
  const found = async () => new Set((await listFindings(shop.query)).map(({ reader }) => reader))
  await expect.poll(found, { timeout: 10_000 }).toEqual(new Set(['order-detail', 'customer-statistics']))
  await audit.stop()
  await locks.close()
  expect(errors).toEqual([])
})

function failAt(apply: Audited['apply'], key: string): Audited['apply'] {
  return async (tx, events) => {
    if (events.some((event) => event.key === key)) throw new Error('a bad event')
    return apply(tx, events)
  }
}
