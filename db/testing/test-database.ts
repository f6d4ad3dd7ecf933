import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import postgres from 'postgres'
import { inject } from 'vitest'
import { roleUrl } from '@/db/role-url'
import { templateDatabase, testSessionSecret } from './provided'

export type TestDatabase = {
  adminUrl: string
  commandUrl: string
  projectorUrl: string
  queryUrl: string
  /** Where BullMQ runs in this run of the suite; undefined means on PostgreSQL. */
  redisUrl: string | undefined
  drop: () => Promise<void>
}

/** A migrated, empty database of the test's own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(templateDatabase)}`)
  const url = new URL(serverUrl)
  url.pathname = name
  return {
    adminUrl: url.href,
    commandUrl: roleUrl(url.href, 'command', testSessionSecret),
    projectorUrl: roleUrl(url.href, 'projector', testSessionSecret),
    queryUrl: roleUrl(url.href, 'query', testSessionSecret),
    redisUrl: await ownRedis(),
    drop: () => administer(serverUrl, (sql) => sql`drop database ${sql(name)} with (force)`),
  }
}

/** Queues have the same names everywhere: each test has a database of the one Redis that nobody had before it. */
async function ownRedis(): Promise<string | undefined> {
  const url = inject('redisUrl')
  if (!url) return undefined
  const redis = new Redis(url)
  try {
    return `${url}/${await redis.incr('databases')}`
  } finally {
    redis.disconnect()
  }
}

async function administer(serverUrl: string, act: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(serverUrl, { max: 1 })
  try {
    await act(sql)
  } finally {
    await sql.end()
  }
}
