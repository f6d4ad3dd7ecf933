import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { connect, type Sql } from './postgres'
import { transaction } from './transaction'

// What the driver does by itself when a connection is lost is mended: docs/decisions/0037.

let database: TestDatabase
let admin: Sql
beforeAll(async () => {
  database = await createTestDatabase()
  admin = connect(database.adminUrl, { name: 'test-admin', max: 2 })
  await admin`create table public.note (text text)`
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

const cut = () => admin`
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'test-cut'`

it.each(['begin', 'transaction'] as const)(
  'a pool whose connections are cut off under %s goes on at once',
  async (kind) => {
    const sql = connect(database.adminUrl, { name: 'test-cut', max: 3 })
    for (let n = 0; n < 20; n++) {
      const work = Array.from({ length: 6 }, async () => {
        const act = async (tx: Pick<Sql, 'unsafe'>) => {
          await tx.unsafe('select 1')
          await tx.unsafe('select pg_sleep(0.003)')
          await tx.unsafe('select $1::text', ['more than goes into one packet'.repeat(2000)])
        }
        await (kind === 'begin' ? sql.begin(act) : transaction(sql, act)).catch(() => {})
      })
      await sleep(n % 7)
      await cut()
      await Promise.all(work)
    }
    const began = performance.now()
    while (!(await sql`select 1`.catch(() => null)));
    expect(performance.now() - began).toBeLessThan(5000)
    await sql.end()
  },
)

it('who has lost a connection has no way to the one that comes after it', async () => {
  const sql = connect(database.adminUrl, { name: 'test-cut', max: 1 })
  const lost = await sql.reserve()
  await lost`select 1`
  await cut()
  await expect
    .poll(() =>
      sql`select 1`.then(
        () => 'there',
        () => 'lost',
      ),
    )
    .toBe('there')
  const held = await sql.reserve()
  await held`begin`
  await held`insert into public.note values ('of another')`
  await expect(lost`commit`.execute()).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  lost.release()
  await held`rollback`
  held.release()
  expect(await sql`select from public.note`).toHaveLength(0)
  await sql.end()
})
