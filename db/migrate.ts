import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'bullmq'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runDrizzleMigrations } from 'drizzle-orm/postgres-js/migrator'
import pg from 'pg'
import postgres from 'postgres'
import { settleEpoch } from './bring-over'
import { QUEUES } from './queues'
import { ROLES, rolePassword } from './role-url'

export { roleUrl } from './role-url'

/** Any number that no other program takes for its advisory lock. */
const LOCK = 7_433_627_501
const pathTo = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/**
 * Brings a database up to date: roles with their passwords, tables, BullMQ's tables, grants. Safe to run at any time and
 * by several at once. `ownerUrl` must be allowed to create roles.
 */
export async function migrate(ownerUrl: string, options: { sessionSecret: string; isCopy?: boolean }): Promise<void> {
  const admin = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await admin`select pg_advisory_lock(${LOCK})`
    await admin.unsafe(await readFile(pathTo('./roles/roles.sql'), 'utf8'))
    await setPasswords(admin, options.sessionSecret)
    await migrateTables(ownerUrl)
    await migrateQueue(ownerUrl)
    await admin`set role tidemark_owner`
    await admin.unsafe(await readFile(pathTo('./roles/table-sets.sql'), 'utf8'))
    await admin.unsafe(await readFile(pathTo('./roles/search-words.sql'), 'utf8'))
    await admin.unsafe(await readFile(pathTo('./roles/grants.sql'), 'utf8'))
    await settleEpoch(admin, options.isCopy)
  } finally {
    await admin.end()
  }
}

async function setPasswords(admin: postgres.Sql, sessionSecret: string): Promise<void> {
  for (const role of ROLES) {
    // Base64url, so there is nothing to quote; a role's password cannot be a parameter.
    await admin.unsafe(`alter role tidemark_${role} login password '${rolePassword(role, sessionSecret)}'`)
  }
}

async function migrateTables(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { role: 'tidemark_owner' } as never })
  try {
    await runDrizzleMigrations(drizzle(owner), { migrationsFolder: pathTo('./migrations') })
  } finally {
    await owner.end()
  }
}

async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('set role tidemark_owner')
    await runMigrations(client)
    // BullMQ makes the sequence of a queue's job ids at the first job. No role of ours may create anything, so it is made
    // here; the grants that follow cover it.
    for (const queue of QUEUES) await client.query('select bullmq.next_job_id($1)', [queue])
  } finally {
    await client.end()
  }
}
