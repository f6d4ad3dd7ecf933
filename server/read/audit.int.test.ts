import { expect, it } from 'vitest'
import { listFindings } from '@/server/engine/audit/findings'
import { replay } from '@/server/engine/audit/heal'
import { startAudit } from '@/server/engine/audit/runner'
import { auditSample } from '@/server/engine/audit/sample'
import { beginWalk } from '@/server/engine/audit/walk'
import { openLocks } from '@/server/engine/database/locks'
import type { Sql } from '@/server/engine/database/postgres'
import type { Audited } from '@/server/engine/projections/projection'
import { catchUp } from '@/server/engine/projector/projector'
import { ownReadSide } from './own-read-side'
import {
  ada,
  authorised,
  bea,
  cancelled,
  created,
  idOf,
  orderIdOf,
  placed,
  refunded,
  restocked,
  shipped,
} from './testing'

const shop = ownReadSide()

const audited = () => shop.projections.filter((one): one is Audited => one.audit !== undefined)
const byWalk = () => audited().filter(({ audit }) => audit.evidence === 'log')
const named = (name: string) => shop.named(name) as Audited

/** Audits every projection, with as many parts as there are; answers the parts that differ, by projection. */
async function auditAll(): Promise<Record<string, string[]>> {
  const found = new Map<string, string[]>()
  const keep = (name: string, verdict: ReadonlyMap<string, readonly unknown[]>) => {
    const bad = [...verdict].flatMap(([part, drifts]) => (drifts.length > 0 ? [part] : []))
    if (bad.length > 0) found.set(name, bad)
  }
  for (const one of audited().filter((each) => !byWalk().includes(each)))
    keep(one.name, await auditSample(shop.options, one, 500))
  const walk = await beginWalk(shop.options, byWalk(), 500)
  while ((await walk?.step(50)) === 'more');
  for (const [name, verdict] of (await walk?.finish()) ?? []) keep(name, verdict)
  return Object.fromEntries(found)
}

/** Of days that only rows know, a walk looks at a few by chance: audits until one differs, as a worker does. */
async function auditUntilFound(): Promise<Record<string, string[]>> {
  for (let walks = 1; walks < 30; walks++) {
    const found = await auditAll()
    if (Object.keys(found).length > 0) return found
  }
  return auditAll()
}

/** Mends what was found, until nothing is. */
async function healAll() {
  while ((await listFindings(shop.query)).length > 0) {
    for (const { reader, part } of await listFindings(shop.query))
      expect(await replay(shop.options, named(reader), part)).toBe('healed')
    await auditAll()
  }
}

const DAYS = ['2026-03-02', '2026-04-20', '2026-05-03', '2026-05-04'].map((day) => `${day}T12:00:00.000Z`)
const LAST_DAY = '2026-05-04'

/** Two shoppers who buy on several days, some of them before the window of thirty days. */
async function trade(orders: number) {
  await shop.record([created(1), created(2)])
  for (let n = 1; n <= orders; n++)
    await shop.record([placed(n, { shopperId: n % 3 ? ada.id : bea.id }, DAYS[n % 4]), authorised(n)])
  await shop.record([shipped(1), cancelled(placed(2, {}, DAYS[2])), restocked(1, 7), refunded(1, 500)])
  const paidBack = cancelled(placed(6, { shopperId: bea.id }, DAYS[2]), DAYS[3], 0)
  await shop.record([refunded(6, 4500, { shopperId: bea.id }), paidBack])
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
  await shop.admin`insert into read.product_sales (day, product_id, quantity, amount) values (${LAST_DAY}, ${idOf(77)}, 1, 1)`
  await shop.admin`delete from read.activity`

  const found = await auditAll()
  expect(found).toEqual({
    'order-detail': [key],
    'order-history': [key],
    'stock-levels': [idOf(10)],
    revenue: expect.arrayContaining(DAYS.map((at) => `day/${at.slice(0, 10)}`)),
    'top-products': [`day/${LAST_DAY}`],
    activity: expect.arrayContaining([expect.stringMatching(/^\d+$/)]),
  })
  const findings = await listFindings(shop.query)
  const [detail] = findings.filter(({ reader }) => reader === 'order-detail')
  expect(detail).toMatchObject({ part: key, drifts: [{ field: 'status', row: 'shipped', log: 'paid' }] })
  expect(new Set(findings.map(({ reader }) => reader)).size).toBe(6)

  await healAll()
  expect(await auditAll()).toEqual({})
  expect(await shop.dump()).toEqual(sound)
})

it.each<[what: string, spoil: (sql: Sql) => Promise<unknown>, found: Record<string, string[]>]>([
  [
    'a day of a shopper',
    (sql) => sql`update read.revenue_shopper set days = days || '{"2026-05-02": 1}' where shopper_id = ${ada.id}`,
    { revenue: [`shopper/${ada.id}`] },
  ],
  [
    'a shopper',
    (sql) => sql`delete from read.revenue_shopper where shopper_id = ${bea.id}`,
    { revenue: [`shopper/${bea.id}`] },
  ],
  [
    'who returned on a day',
    (sql) => sql`update read.revenue_returning set shoppers = shoppers + 1 where day = ${LAST_DAY}`,
    { revenue: [`returned/${LAST_DAY}`] },
  ],
  [
    'a day on which nobody bought',
    (sql) => sql`insert into read.revenue_returning values ('2026-05-02', '-infinity', 1)`,
    { revenue: ['returned/2026-05-02'] },
  ],
  [
    'the name of a product',
    (sql) => sql`update read.sold_product set name = 'Lamp' where product_id = ${idOf(10)}`,
    { 'top-products': [`product/${idOf(10)}`] },
  ],
  [
    'the sums of thirty days',
    (sql) => sql`update read.product_sales_window set amount = amount + 1`,
    { 'top-products': [`window/${idOf(10)}`] },
  ],
  [
    'thirty days that ended long ago',
    (sql) => sql`update read.product_sales_window set last_day = '2026-04-01'`,
    { 'top-products': [`window/${idOf(10)}`] },
  ],
])('%s that was spoilt is found, in its own rows only, and mended', async (_, spoil, found) => {
  await trade(24)
  const sound = await shop.dump()
  await spoil(shop.admin)
  expect(await auditUntilFound()).toEqual(found)
  await healAll()
  expect(await shop.dump()).toEqual(sound)
})

it('nothing is said of a day that somebody bought on of whose row nothing is left, and it is mended after that', async () => {
  await trade(24)
  const sound = await shop.dump()
  await shop.admin`delete from read.revenue_shopper where shopper_id = ${bea.id}`
  await shop.admin`delete from read.revenue_returning`
  expect((await auditAll()).revenue).toEqual([`shopper/${bea.id}`])
  expect(await replay(shop.options, named('revenue'), `returned/${LAST_DAY}`)).toBe('unsettled')
  await healAll()
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
  await catchUp({ ...shop.options, poison: 'park' }, failing)
  const parked = () => shop.admin`select from read.parked_key where reader = 'order-detail'`
  expect(await parked()).toHaveLength(1)
  expect(await auditAll()).toEqual({})
  expect(await replay(shop.options, named('order-detail'), key)).toBe('healed')
  expect(await parked()).toHaveLength(0)
  expect(await shop.admin`select status from read.order_detail where order_id = ${key}`).toEqual([
    { status: 'shipped' },
  ])
})

it('an event that nobody can read keeps nothing else from being audited, and its key is no difference', async () => {
  await trade(5)
  await shop.record([created(3), placed(7), authorised(7)])
  await shop.admin`update write.event set shape = 99 where key = any(${[orderIdOf(7), idOf(30)]}::uuid[])`
  await shop.record([restocked(3, 2), placed(8), shipped(7)])
  await catchUp({ ...shop.options, poison: 'park' }, shop.projections)
  expect(await auditAll()).toEqual({})
  await shop.admin`update read.stock_levels set on_hand = on_hand + 1 where product_id = ${idOf(10)}`
  expect(await auditAll()).toEqual({ 'stock-levels': [idOf(10)] })
  expect(await replay(shop.options, named('stock-levels'), idOf(10))).toBe('parked')
})

it('raises no false alarm while events come in from several writers', { timeout: 60_000 }, async () => {
  await trade(5)
  let isOver = false
  const write = async (from: number) => {
    for (let n = from; !isOver; n += 4) {
      const order = placed(n, { shopperId: n % 3 ? ada.id : idOf(10_000 + n) }, DAYS[n % 4])
      await shop.record([order, authorised(n), ...(n % 5 ? [] : [cancelled(order)])])
    }
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
  const audit = startAudit({ ...shop.options, projections: shop.projections, locks, pace, onError })
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
