import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { connect } from './postgres'
import { sentTogether } from './sent-together'
import { transaction } from './transaction'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('a transaction that only reads is over before its connection is used again', async () => {
  const writer = connect(database.adminUrl, { name: 'test-writer', max: 1 })
  const sql = connect(database.adminUrl, { name: 'test-reader', max: 1 })
  await writer`create table public.counted (number int)`
  for (let number = 1; number <= 40; number++) {
    await writer`insert into public.counted values (${number})`
    // Never sent before, so the driver asks how it looks first; and too large for one piece.
    const text = `select count(*)::int as "count${number}", repeat('x', $1) as long from public.counted`
    const read = (tx: Parameters<Parameters<typeof transaction>[1]>[0]) =>
      sentTogether([tx`select 1`, tx.unsafe(text, [20_000])])
    const [, [row]] = await transaction(sql, read, ' isolation level repeatable read read only')
    expect(row?.[`count${number}`]).toBe(number)
  }
  await Promise.all([writer.end(), sql.end()])
})
