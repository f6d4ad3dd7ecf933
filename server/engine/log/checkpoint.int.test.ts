import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { connect, type Sql } from '../database/postgres'
import { advanceCheckpoints, advancing, CheckpointMoved, ensureCheckpoint, lockStandings } from './checkpoint'
import { readEpoch } from './log'

const NAMES = ['first', 'it’s second', "it's third"]
const place = (xid: number) => ({ snapshot: `${xid}:${xid}:`, target: null, reached: 0 })

let database: TestDatabase
let sql: Sql

beforeAll(async () => {
  database = await createTestDatabase()
  sql = connect(database.projectorUrl, { name: 'test', max: 1 })
  const epoch = await readEpoch(sql)
  for (const name of NAMES) await ensureCheckpoint(sql, 'read.checkpoint', { name, version: 1 }, epoch)
})
afterAll(async () => {
  await sql.end()
  await database.drop()
})

const standing = async () => (await lockStandings(sql, 'read', NAMES)).checkpoints
const placesOf = (all: Awaited<ReturnType<typeof standing>>) =>
  Object.fromEntries(all.map(({ name, snapshot, version, counter }) => [name, { snapshot, version, counter }]))

it('the statement that locks checkpoints is planned once, and not at every look', async () => {
  for (let look = 0; look < 12; look++) await standing()
  // As a parameter, so that this statement does not find itself.
  const locking = '%from read.checkpoint%skip locked%'
  const plans =
    await sql`select custom_plans, generic_plans from pg_prepared_statements where statement like ${locking}`
  expect([...plans]).toEqual([{ custom_plans: 0, generic_plans: 12 }])
})

it('checkpoints move to one place or to several, and only what is new of them is written', async () => {
  const [first, second, third] = await standing()
  if (!first || !second || !third) throw new Error('A checkpoint is missing.')
  await advancing(sql, 'read.checkpoint', [
    { from: first, to: place(20) },
    { from: second, to: place(20) },
    { from: third, to: { ...place(30), version: 2 } },
  ])
  expect(placesOf(await standing())).toEqual({
    [first.name]: { snapshot: '20:20:', version: 1, counter: first.counter + 1 },
    [second.name]: { snapshot: '20:20:', version: 1, counter: second.counter + 1 },
    [third.name]: { snapshot: '30:30:', version: 2, counter: third.counter + 1 },
  })
})

it('none of them moves when another worker moved one', async () => {
  const before = await standing()
  const advances = before.map((from, index) => ({ from, to: place(40 + index) }))
  const [, , outdated] = advances
  if (!outdated) throw new Error('A checkpoint is missing.')
  outdated.from = { ...outdated.from, counter: outdated.from.counter - 1 }
  await expect(advanceCheckpoints(sql, 'read.checkpoint', advances)).rejects.toThrow(CheckpointMoved)
  expect(placesOf(await standing())).toEqual(placesOf(before))
})

it('what is parked is told of whom it is parked for', async () => {
  const key = crypto.randomUUID()
  await sql`
    insert into read.parked_key (reader, key, position, type, reason, attempts, next_try_at)
    values (${"it's third"}, ${key}, 1, 'OrderPlaced', 'a test', 1, now())`
  const { parked } = await lockStandings(sql, 'read', NAMES)
  const told = Object.fromEntries([...parked].map(([name, keys]) => [name, [...keys]]))
  expect(told).toEqual({ first: [], 'it’s second': [], "it's third": [key] })
})
