import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseDeployment, parseProjectorUrl } from '@/server/config'
import type { Environment } from '@/server/config/read-environment'
import { connect, type Sql } from '@/server/engine/postgres'
import { StartRefusal } from '@/server/start-refusal'
import { joinDatabase } from '../supervisor/open-database'
import { requireReachable } from '../supervisor/require-reachable'

const CONNECTIONS = 2

/** Connects as the worker does: by its own address, by that of the whole database, or to the embedded one. */
export async function openProjector(env: Environment): Promise<{ sql: Sql; close: () => Promise<void> }> {
  const { url, leave } = await findProjector(env)
  // As in the worker, a crash of PostgreSQL may forget the last batches, and they are made again.
  const settings = { synchronous_commit: 'off' }
  const sql = connect(url, { name: 'tidemark-projections', max: CONNECTIONS, settings })
  const close = async () => {
    await sql.end()
    await leave()
  }
  try {
    await requireMigrated(sql)
  } catch (error) {
    await close()
    throw error
  }
  return { sql, close }
}

async function findProjector(env: Environment): Promise<{ url: string; leave: () => Promise<void> }> {
  const own = parseProjectorUrl(env)
  if (own) {
    await requireReachable('PROJECTOR_DATABASE_URL', own)
    return { url: own, leave: async () => {} }
  }
  const deployment = parseDeployment(env)
  if (!deployment.databaseUrl && !existsSync(join(resolve(deployment.dataDir), 'postgres')))
    throw new StartRefusal(`There is no shop in ${deployment.dataDir} yet: npm start makes one, or set DATABASE_URL.`)
  const database = await joinDatabase(deployment)
  return { url: database.PROJECTOR_DATABASE_URL, leave: database.close }
}

async function requireMigrated(sql: Sql): Promise<void> {
  const [found] = await sql<{ exists: boolean }[]>`select to_regclass('read_next.checkpoint') is not null as exists`
  if (!found?.exists) throw new StartRefusal('This database is not migrated: run npm run migrate first, or npm start.')
}
