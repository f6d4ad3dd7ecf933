import postgres from 'postgres'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { discardIfHalfFilled, noteFilled, noteFilling, refuseIfHalfFilled } from './half-filled'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

async function hasTables(): Promise<boolean> {
  const sql = postgres(database.adminUrl, { max: 1 })
  const [row] = await sql`select to_regclass('write.event') is not null as found`
  await sql.end()
  return row?.found
}

it('makes an embedded database anew when its demo data were cut off', async () => {
  await noteFilling(database.adminUrl)
  await discardIfHalfFilled(database.adminUrl)
  expect(await hasTables()).toBe(false)
})

it('leaves a database alone whose demo data are complete', async () => {
  await noteFilling(database.adminUrl)
  await noteFilled(database.adminUrl)
  await discardIfHalfFilled(database.adminUrl)
  expect(await hasTables()).toBe(true)
})

it('drops nothing in a given database, but says what to do', async () => {
  await refuseIfHalfFilled(database.adminUrl)
  await noteFilling(database.adminUrl)
  await expect(refuseIfHalfFilled(database.adminUrl)).rejects.toThrow('drop the database, create it again')
  expect(await hasTables()).toBe(true)
})
