import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseDeployment, parseReaderUrls } from '@/server/config'
import type { Environment } from '@/server/config/read-environment'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { StartRefusal } from '@/server/start-refusal'
import { joinDatabase } from '../supervisor/open-database'
import { requireReachable } from '../supervisor/require-reachable'

/** One holds the lock of a rebuild, three read the log, one writes rows, and one tells how far it is. */
const CONNECTIONS = 6

export type ReadersDatabase = {
  sql: Sql
  /** Where policies keep what is theirs; null where only the projector's address was given. */
  policySql: Sql | null
  close: () => Promise<void>
}

/** Connects as the worker does: by its own addresses, by that of the whole database, or to the embedded one. */
export async function openProjector(env: Environment): Promise<ReadersDatabase> {
  const { projector, command, leave } = await findAddresses(env)
  // As in the worker, a crash of PostgreSQL may forget the last batches, and they are made again.
  const settings = { synchronous_commit: 'off' }
  const sql = connect(projector, { name: 'tidemark-projections', max: CONNECTIONS, settings })
  const policySql = command ? connect(command, { name: 'tidemark-projections', max: 1 }) : null
  const close = async () => {
    await Promise.all([sql.end(), policySql?.end()])
    await leave()
  }
  try {
    await requireMigrated(sql)
  } catch (error) {
    await close()
    throw error
  }
  return { sql, policySql, close }
}

type Addresses = { projector: string; command: string | undefined; leave: () => Promise<void> }

async function findAddresses(env: Environment): Promise<Addresses> {
  const { projector, command } = parseReaderUrls(env)
  if (projector) {
    await requireReachable('PROJECTOR_DATABASE_URL', projector)
    return { projector, command, leave: async () => {} }
  }
  const deployment = parseDeployment(env)
  if (!deployment.databaseUrl && !existsSync(join(resolve(deployment.dataDir), 'postgres')))
    throw new StartRefusal(`There is no shop in ${deployment.dataDir} yet: npm start makes one, or set DATABASE_URL.`)
  const { PROJECTOR_DATABASE_URL, COMMAND_DATABASE_URL, close } = await joinDatabase(deployment)
  return { projector: PROJECTOR_DATABASE_URL, command: COMMAND_DATABASE_URL, leave: close }
}

async function requireMigrated(sql: Sql): Promise<void> {
  const [found] = await sql<{ exists: boolean }[]>`select to_regclass('read_next.checkpoint') is not null as exists`
  if (!found?.exists) throw new StartRefusal('This database is not migrated: run npm run migrate first, or npm start.')
}
