import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it.each(['adminUrl', 'commandUrl', 'projectorUrl', 'queryUrl'] as const)('lets %s sign in', async (url) => {
  const sql = postgres(database[url], { max: 1 })
  const [row] = await sql`select current_database() as name, version() as version`
  expect(row?.name).toBe(new URL(database.adminUrl).pathname.slice(1))
  expect(row?.version).toMatch(/^PostgreSQL 18/)
  await sql.end()
})

it('gives each test a database of its own', async () => {
  const other = await createTestDatabase()
  expect(other.adminUrl).not.toBe(database.adminUrl)
  await other.drop()
})

it('sorts and folds text by Unicode on every machine', async () => {
  const sql = postgres(database.adminUrl, { max: 1 })
  expect(await sql`select lower('ÄÉ') as folded`).toEqual([{ folded: 'äé' }])
  await sql.end()
})
