import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { connect, type TransactionSql } from '../database/postgres'
import { readAnywhere } from './log'

const definitions = { CanarySang: { stream: 'canary', shape: 1, schema: z.object({}) } }
const EVENTS = 20_000
const TIMES = 20
const COUNT = 8

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const admin = connect(database.adminUrl, { name: 'test', max: 1 })
  await admin`
    insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
    select 'canary', gen_random_uuid(), 'CanarySang', 1, '{}', now(), 'system', gen_random_uuid(), gen_random_uuid()
    from generate_series(1, ${EVENTS}::int)`
  await admin.end()
})
afterAll(() => database.drop())

it('whoever reads a few events from anywhere in the log reads no more than these, also where nobody analysed it', async () => {
  const sql = connect(database.projectorUrl, { name: 'test', max: 1 })
  const { drawn, read } = await sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    const [now] = await tx<{ snapshot: string }[]>`select pg_current_snapshot()::text as snapshot`
    const place = { snapshot: now?.snapshot ?? '', target: null, reached: 0 }
    const log = { sql: tx, definitions, types: Object.keys(definitions) }
    const drawn: number[] = []
    for (let time = 0; time < TIMES; time++) {
      const [first] = await readAnywhere(log, COUNT, place)
      if (first) drawn.push(first.position)
    }
    const [row] = await tx<{ read: number }[]>`
      select (seq_tup_read + idx_tup_fetch)::int as read
      from pg_stat_xact_all_tables where relid = 'write.event'::regclass`
    return { drawn, read: row?.read }
  })
  await sql.end()
  expect(read).toBeLessThan(TIMES * 10 * (COUNT + 1))
  expect(drawn.length).toBeGreaterThan(TIMES / 2)
  expect(Math.max(...drawn)).toBeGreaterThan(EVENTS / 2)
  expect(Math.min(...drawn)).toBeLessThan(EVENTS / 2)
})
