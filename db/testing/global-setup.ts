import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/db/migrate'
import { templateDatabase, testSessionSecret } from './provided'
import { startThrowAwayPostgres } from './throw-away-postgres'
import { startThrowAwayRedis } from './throw-away-redis'

/** One server for the whole integration run, with one migrated database to copy. `TEST_QUEUE=redis` adds a Redis. */
export default async function setUp(project: TestProject) {
  const server = await startThrowAwayPostgres()
  const redis = process.env.TEST_QUEUE === 'redis' ? await startThrowAwayRedis() : undefined
  await makeTemplate(server.url)
  project.provide('postgresUrl', server.url)
  project.provide('redisUrl', redis?.url)
  return async () => {
    await redis?.stop()
    await server.stop()
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
