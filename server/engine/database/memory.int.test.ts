import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createTestDatabase } from '@/db/testing/test-database'
import { connect, type Sql } from './postgres'
import { transaction } from './transaction'

// The driver as it is published keeps each query until all of memory is collected: docs/decisions/0037.

const MARK_BYTES = 100_000

/** Collects what is young, as Node does by itself every few milliseconds of work: what is old is not looked at. */
function collectYoung(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void
  // What survives the first is only let go by the second.
  for (let n = 0; n < 3; n++) collect({ type: 'minor' })
}

/** Of how many queries made by `run` something is still in memory when they are done with. */
async function keptAfter(queries: number, run: (mark: <Q extends object>(query: Q) => Q) => Promise<unknown>) {
  const mark = <Q extends object>(query: Q) => Object.assign(query, { mark: new ArrayBuffer(MARK_BYTES) })
  collectYoung()
  const before = process.memoryUsage().arrayBuffers
  for (let n = 0; n < queries; n++) await run(mark)
  await new Promise(setImmediate)
  collectYoung()
  return Math.round((process.memoryUsage().arrayBuffers - before) / MARK_BYTES)
}

it.each<[string, (sql: Sql, mark: <Q extends object>(query: Q) => Q) => Promise<unknown>]>([
  ['a query', (sql, mark) => mark(sql`select 1`)],
  ['a query in a transaction', (sql, mark) => transaction(sql, (tx) => mark(tx.unsafe('select 1')))],
])('%s is freed with what is young when it is done with', async (_, run) => {
  const database = await createTestDatabase()
  const sql = connect(database.adminUrl, { name: 'test-memory', max: 1 })
  await keptAfter(20, (mark) => run(sql, mark))
  expect(await keptAfter(50, (mark) => run(sql, mark))).toBeLessThan(25)
  await sql.end()
  await database.drop()
})
