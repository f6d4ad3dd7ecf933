import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/db/migrate'
import { templateDatabase, testSessionSecret } from './provided'
import { startThrowAwayPostgres } from './throw-away-postgres'
import { startThrowAwayRedis } from './throw-away-redis'

/** More than there are tests. */
const REDIS_DATABASES = 1024

/** One server for the whole integration run, with one migrated database to copy. `TEST_QUEUE=redis` adds a Redis. */
export default async function setUp(project: TestProject) {
  const server = await startThrowAwayPostgres()
  const stops = [server.stop]
  const tearDown = async () => {
    for (const stop of stops) await stop()
  }
  try {
    if (process.env.TEST_QUEUE === 'redis') {
      const redis = await startThrowAwayRedis({ flags: ['--databases', String(REDIS_DATABASES)] })
      stops.unshift(redis.stop)
      project.provide('redisUrl', redis.url)
    } else project.provide('redisUrl', undefined)
    await makeTemplate(server.url)
    project.provide('postgresUrl', server.url)
    return tearDown
  } catch (error) {
    await tearDown()
    throw error
  }
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1 })
  await sql`create database ${sql(templateDatabase)}`
  await sql.end()
  const url = new URL(serverUrl)
  url.pathname = templateDatabase
  await migrate(url.href, { sessionSecret: testSessionSecret })
}
