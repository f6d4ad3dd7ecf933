import { expect, it, vi } from 'vitest'
import { createReader } from '@/server/engine/queries/answer'
import { rebuild } from '@/server/engine/rebuilding/rebuild'
import { findRebuild } from '@/server/engine/rebuilding/rebuild-row'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { listOrders } from './order-history/order-history.query'
import { ownReadSide } from './own-read-side'
import { authorised, created, merchant, placed } from './testing'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

const shop = ownReadSide()

const orderHistory = () => shop.named('order-history')

/** All that PostgreSQL knows of the read tables, by name: columns, constraints, indexes, rights, settings. */
async function catalogue(): Promise<string[]> {
  const rows = await shop.admin<{ fact: string }[]>`
    select format('%s is of %s, %s', relname, relowner::regrole, reloptions) as fact
    from pg_class where relnamespace = 'read'::regnamespace and relkind in ('r', 'i')
    union all select format('%s lets %s %s', relname, grantee::regrole, privilege_type)
    from pg_class, aclexplode(relacl) where relnamespace = 'read'::regnamespace and relkind = 'r'
    union all select format('%s.%s %s %s %s %s', relname, attname, format_type(atttypid, atttypmod), attnotnull,
      concat(attgenerated, attidentity, attstorage, attcompression), pg_get_expr(adbin, adrelid))
    from pg_attribute join pg_class on pg_class.oid = attrelid
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where relnamespace = 'read'::regnamespace and relkind = 'r' and attnum > 0
    union all select format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'read'::regnamespace
    union all select format('%s: %s', indrelid::regclass, pg_get_indexdef(indexrelid))
    from pg_index join pg_class on pg_class.oid = indrelid where relnamespace = 'read'::regnamespace
    order by 1`
  return rows.map(({ fact }) => fact)
}

it('tables that took the place of others are those that the migrations know', async () => {
  await shop.record([created(1), placed(1), authorised(1)])
  await shop.catchUpAll()
  const before = await catalogue()
  expect(before.length).toBeGreaterThan(200)
  for (const projection of shop.projections) await rebuild(shop.options, projection)
  expect(await catalogue()).toEqual(before)
  for (const projection of shop.projections) await rebuild(shop.options, projection)
  expect(await catalogue()).toEqual(before)
})

it('a migration may change them afterwards, and what is kept in the old shape is not returned to', async () => {
  await shop.record([placed(1)])
  await shop.catchUpAll()
  await rebuild(shop.options, orderHistory())
  await shop.admin`drop index read.order_history_shopper`
  await shop.admin`alter table read.order_history drop constraint order_history_pkey`
  await shop.admin`alter table read.order_history add constraint order_history_pkey primary key (order_id)`
  await shop.admin`create index order_history_shopper on read.order_history (shopper_id, placed_at, order_id)`
  await shop.admin`alter table read.order_history add column note text not null default ''`
  const put = shop.projector`select rebuilding.put_in_place('read_before', array['order_history'])`
  await expect(put).rejects.toThrow('is not shaped like')
  await rebuild(shop.options, orderHistory())
  expect(await shop.admin`select note from read.order_history`).toEqual([{ note: '' }])
  await shop.admin`alter table read.order_history drop column note`
})

it('a read that is under way sees the rows of its mark, and the switch waits for it', async () => {
  await shop.record([placed(1), placed(2)])
  await shop.catchUpAll()
  let rebuilding: Promise<boolean> = Promise.resolve(false)
  const slow: typeof listOrders = {
    ...listOrders,
    async read(...words) {
      await shop.record([placed(3)])
      rebuilding = rebuild(shop.options, orderHistory())
      await vi.waitFor(async () => {
        expect(await findRebuild(shop.projector, 'order-history')).toMatchObject({ state: 'switching' })
      }, 10_000)
      return listOrders.read(...words)
    },
  }
  const reader = createReader({ sql: shop.query, log: shop.command, definitions, waitForMark: async () => {} })
  const answer = await reader.answer(slow, { input: {}, actor: merchant })
  expect(answer).toMatchObject({ ok: true, data: { total: 2 } })
  expect(await rebuilding).toBe(true)
  expect(await shop.answer(listOrders, { input: {}, actor: merchant })).toMatchObject({ data: { total: 3 } })
})

it('a switch waits for a reader who is at the tables, and holds up nobody meanwhile', async () => {
  await shop.record([placed(1), placed(2)])
  await shop.catchUpAll()
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const reading = shop.query.begin(async (tx) => {
    await tx`select from read.order_history`
    await released
  })
  const rebuilding = rebuild(shop.options, orderHistory())
  const waits: number[] = []
  for (let looks = 0; looks < 20; looks++) {
    const began = performance.now()
    await shop.answer(listOrders, { input: {}, actor: merchant })
    waits.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(await shop.admin`select from read_next.checkpoint`).toHaveLength(1)
  release()
  await reading
  expect(await rebuilding).toBe(true)
  expect(Math.max(...waits)).toBeLessThan(5000)
})
