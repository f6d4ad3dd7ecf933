import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { drizzleOver } from '@/server/engine/database/drizzle'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { EVENT_COLUMNS, type EventRow, recordedEvents } from '@/server/engine/log/log'
import { eventDefinitions } from '@/server/events/registry'
import { effects } from './registry'
import { runMixedLoad } from './test-load'
import { openTestShop, type TestShop } from './test-shop'

let shop: TestShop
let copy: TestDatabase
let copySql: Sql

beforeAll(async () => {
  shop = await openTestShop(16)
  copy = await createTestDatabase()
  copySql = connect(copy.commandUrl, { name: 'test-copy', max: 2 })
})
afterAll(async () => {
  await copySql.end()
  await Promise.all([shop.close(), copy.drop()])
})

test('under a mixed load nothing gets stuck, no unit is lost, and the log alone makes the same tables again', async () => {
  const things = await Promise.all(Array.from({ length: 6 }, () => shop.stockUp(40)))
  await runMixedLoad(shop, things)

  const units = await shop.sql`
    with moved as (
      select variant_id, -quantity as quantity from write.order_lines l join write.orders o on o.id = l.order_id
        where o.status <> 'cancelled' and o.origin = 'shop'
      union all select (data->>'variantId')::uuid, (data->>'quantity')::int from write.event
        where type = 'ProductRestocked'
      union all select (data->>'variantId')::uuid, (data->>'by')::int from write.event where type = 'StockCorrected')
    select s.on_hand, 40 + coalesce(sum(m.quantity), 0)::int as expected
    from write.stock s left join moved m using (variant_id)
    where s.variant_id = any(${things.map(({ variantId }) => variantId)}::uuid[]) group by s.variant_id`
  for (const { on_hand, expected } of units) expect(on_hand).toBe(expected)

  await foldLog()
  const seen = new Set((await shop.sql<{ type: string }[]>`select distinct type from write.event`).map((e) => e.type))
  // The canary tells of nothing, and no worker is here to let one sing.
  const telling = Object.keys(eventDefinitions).filter((type) => type !== 'CanarySang')
  expect([...seen].sort()).toEqual(telling.sort())
  for (const table of await normalisedTables()) {
    const rows = await contentOf(shop.sql, table)
    expect(rows.length, `${table} is empty: it proves nothing`).toBeGreaterThan(0)
    expect(await contentOf(copySql, table), table).toEqual(rows)
  }
}, 60_000)

/** Applies every event of the log, in its order, to the empty tables of the other database. */
async function foldLog() {
  const rows = await shop.sql<EventRow[]>`select ${shop.sql.unsafe(EVENT_COLUMNS)} from write.event e order by position`
  const events = await recordedEvents(shop.sql, eventDefinitions, rows)
  await copySql.begin(async (sql) => {
    const tx = { sql, db: drizzleOver(sql) }
    for (const event of events) await effects[event.type]?.(tx, event)
  })
}

/** Everything in schema write that is neither the log nor the engine's own. */
async function normalisedTables(): Promise<string[]> {
  const engine = ['event', 'command_ledger', 'log_epoch', 'policy_checkpoint', 'parked_key', 'subject_key']
  const rows = await shop.sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'write' and tablename <> all(${engine})`
  return rows.map(({ name }) => name)
}

/** The rows as text. A number that PostgreSQL counts up is no content: what was rolled back leaves gaps in it. */
async function contentOf(sql: Sql, table: string): Promise<string[]> {
  const counted = table === 'prices' ? 'id' : ''
  const rows = await sql<{ row: string }[]>`
    select (to_jsonb(t) - ${counted}::text)::text as row from ${sql(`write.${table}`)} t order by 1`
  return rows.map(({ row }) => row)
}
