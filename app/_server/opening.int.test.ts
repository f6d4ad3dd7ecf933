import { NextRequest } from 'next/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { stubWebEnv } from '@/app/api/stub-web-env'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { proxy } from '@/proxy'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { prepareProjections } from '@/server/engine/projector/projector'
import { projections } from '@/server/read/registry'
import { untilReadable } from './opening'

let database: TestDatabase
let query: Sql
let projector: Sql
beforeAll(async () => {
  database = await createTestDatabase()
  query = connect(database.queryUrl, { name: 'test-query', max: 1 })
  projector = connect(database.projectorUrl, { name: 'test-projector', max: 1 })
})
afterAll(async () => {
  await Promise.all([query.end(), projector.end()])
  await database.drop()
})

const all = projections({ timeZone: 'Europe/London' })
const names = all.map(({ name }) => name)

it('while it is being opened it says how it is, and shows nothing', async () => {
  stubWebEnv(database, {})
  const paths = ['/api/health', '/api/health/live', '/api/health/readers', '/api/metrics', '/', '/api/healthy', '/cart']
  const answers = await Promise.all(paths.map((path) => proxy(new NextRequest(`http://tidemark.example${path}`))))
  vi.unstubAllEnvs()
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 503, 503, 503])
})

it('a shop is opened when the first worker has made all checkpoints, and stays open for a release with more', async () => {
  expect(await untilReadable(query, names, 0)).toBe(false)
  await prepareProjections(projector, all.slice(0, 3))
  expect(await untilReadable(query, names, 0)).toBe(false)

  const waiting = untilReadable(query, names, 20_000)
  await prepareProjections(projector, all)
  expect(await waiting).toBe(true)

  expect(await untilReadable(query, [...names, 'something-new'], 0)).toBe(false)
  await projector`update read.checkpoint set counter = 1`
  expect(await untilReadable(query, [...names, 'something-new'], 0)).toBe(true)
})

it('it says nothing of a database that is out, and that one which is not migrated is not open yet', async () => {
  const nowhere = connect('postgres://nobody@127.0.0.1:1/nothing', { name: 'test', max: 1 })
  expect(await untilReadable(nowhere, names, 0)).toBe(null)
  await nowhere.end()
  const other = new URL(database.adminUrl)
  other.pathname = 'postgres'
  const empty = connect(other.href, { name: 'test', max: 1 })
  expect(await untilReadable(empty, names, 0)).toBe(false)
  await empty.end()
})
