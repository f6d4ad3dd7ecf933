import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { listParked } from '@/server/engine/parking/parked'
import { heal } from '@/server/engine/projector/heal'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import { type Policy, preparePolicies } from '@/server/engine/reactions/policy'
import { reactToNew } from '@/server/engine/reactions/react'
import { rebuild } from '@/server/engine/rebuilding/rebuild'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { orderDetailProjection } from './order-detail/order-detail.projection'
import { openReadSide, type TestReadSide } from './test-read-side'
import { authorised, created, orderIdOf, placed, shipped } from './testing'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

let shop: TestReadSide
beforeAll(async () => {
  shop = await openReadSide()
})
beforeEach(() => shop.clear())
afterAll(() => shop.close())

const options = () => ({ sql: shop.projector, definitions })

const statuses = async () => {
  const rows = await shop.admin<{ id: string; status: string }[]>`select order_id as id, status from read.order_history`
  return Object.fromEntries(rows.map(({ id, status }) => [id, status]))
}

async function recordFiveOrders(): Promise<void> {
  await shop.record([created(1)])
  for (const n of [1, 2, 3, 4, 5]) await shop.record([placed(n), authorised(n)])
}

async function foldFromZero() {
  await shop.admin`delete from read.checkpoint`
  for (const { tables } of shop.projections)
    for (const table of tables) await shop.admin`delete from ${shop.admin(`read.${table}`)}`
  await prepareProjections(shop.projector, shop.projections)
  await catchUp(options(), shop.projections)
  return shop.dump()
}

it.each([
  {
    what: 'that a later release wrote',
    break: (key: string) => shop.admin`
      update write.event set shape = shape + 98 where key = ${key} and type = 'PaymentAuthorised'`,
    mend: (key: string) => shop.admin`
      update write.event set shape = shape - 98 where key = ${key} and type = 'PaymentAuthorised'`,
    reason: 'in shape 99',
  },
  {
    what: 'whose seal is broken',
    break: (key: string) => shop.admin`
      update write.event set data = data || jsonb_build_object('kept', data->'address', 'address', '{"sealed":"AAAA"}'::jsonb)
      where key = ${key} and type = 'OrderPlaced'`,
    mend: (key: string) => shop.admin`
      update write.event set data = (data || jsonb_build_object('address', data->'kept')) - 'kept'
      where key = ${key} and type = 'OrderPlaced'`,
    reason: '',
  },
])(
  'an event $what waits with what follows it, and holds up nothing else',
  async ({ break: spoil, mend, ...wanted }) => {
    await recordFiveOrders()
    const key = orderIdOf(3)
    await spoil(key)
    await shop.record([shipped(3), shipped(4)])
    await catchUp({ ...options(), poison: 'park' }, shop.projections)

    const found = await statuses()
    expect(found[orderIdOf(4)]).toBe('shipped')
    expect(found[orderIdOf(5)]).toBe('paid')
    const parked = await listParked(shop.projector, 'read.parked_key')
    expect(parked.map(({ reader }) => reader)).toContain('order-detail')
    expect(new Set(parked.map((one) => one.key))).toEqual(new Set([key]))
    for (const { reason } of parked) expect(reason).toContain(wanted.reason)
    const before = await shop.dump()
    expect(await rebuild({ ...options(), poison: 'park' }, orderDetailProjection)).toBe(true)
    expect((await shop.dump()).order_detail).toEqual(before.order_detail)
    expect(await listParked(shop.projector, 'read.parked_key')).toHaveLength(parked.length)

    for (const { reader } of parked) {
      const projection = shop.projections.find(({ name }) => name === reader) ?? expect.unreachable()
      expect(await heal(options(), projection, key)).toBe('failed')
    }
    await mend(key)
    for (const { reader } of parked) {
      const projection = shop.projections.find(({ name }) => name === reader) ?? expect.unreachable()
      expect(await heal(options(), projection, key)).toBe('healed')
    }
    expect((await statuses())[key]).toBe('shipped')
    expect(await shop.dump()).toEqual(await foldFromZero())
  },
)

it('a policy parks the key of an event that it cannot read, and reacts to all others', async () => {
  await recordFiveOrders()
  await shop.admin`update write.event set shape = 99 where key = ${orderIdOf(3)} and type = 'PaymentAuthorised'`
  const reacted: string[] = []
  const policy: Policy = {
    name: 'when-payment-authorised-note-it',
    version: 1,
    handles: ['PaymentAuthorised'],
    concerns: ({ data }) => data !== null,
    react: async ({ key, data }) => {
      if (data) reacted.push(key)
    },
  }
  const own = { sql: shop.command, definitions }
  await preparePolicies(shop.command, [policy])
  await reactToNew(own, policy)
  expect(reacted.toSorted()).toEqual([1, 2, 4, 5].map(orderIdOf).toSorted())
  const parked = await listParked(shop.command, 'write.parked_key')
  expect(parked).toMatchObject([{ reader: policy.name, key: orderIdOf(3) }])
})
