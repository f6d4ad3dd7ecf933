import { rmSync } from 'node:fs'
import { v7 } from 'uuid'
import { startPostgres } from '@/db/embedded'
import { migrate, roleUrl } from '@/db/migrate'
import { openIdleElsewhere } from '@/db/testing/idle-elsewhere'
import { makeThrowAwayFolder } from '@/db/testing/throw-away-postgres'
import { connect, type Sql } from '@/server/engine/database/postgres'

const SECRET = 'a secret for late commits and nothing else'
const STREAMS = 24

export type Cluster = Awaited<ReturnType<typeof startCluster>>

/**
 * A cluster of its own, because what is tried here concerns all of it: with the tables of the log, streams that count
 * their events, and a table for what was delivered.
 */
export async function startCluster() {
  const dataDir = makeThrowAwayFolder()
  const first = await startPostgres({ dataDir, throwAway: true })
  await allowPreparedTransactions(first.url)
  await first.stop()
  const server = await startPostgres({ dataDir, throwAway: true })
  await migrate(server.url, { sessionSecret: SECRET })
  const admin = connect(server.url, { name: 'late-admin', max: 3 })
  const streams = await makeTables(admin)
  const writers = connect(roleUrl(server.url, 'command', SECRET), { name: 'late-writers', max: 32 })
  const projector = connect(roleUrl(server.url, 'projector', SECRET), { name: 'late-projector', max: 4 })
  return {
    ...{ admin, writers, projector, streams },
    openIdleElsewhere: () => openIdleElsewhere(server.url, admin),
    stop: async () => {
      await Promise.all([admin, writers, projector].map((sql) => sql.end({ timeout: 5 })))
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function allowPreparedTransactions(url: string): Promise<void> {
  const admin = connect(url, { name: 'late-admin', max: 1 })
  await admin`alter system set max_prepared_transactions = 4`
  await admin.end()
}

/** A stream's row is locked by whoever appends to it, as commands lock what they change; its number is its last event's. */
async function makeTables(admin: Sql): Promise<string[]> {
  await admin`create table write.numbered_stream (key uuid primary key, last int not null)`
  await admin`
    create table read.delivery (turn bigint generated always as identity, key uuid not null, n int not null,
      position bigint not null)`
  await admin`grant select, update on write.numbered_stream to tidemark_command`
  await admin`grant select, insert on read.delivery to tidemark_projector`
  const streams = Array.from({ length: STREAMS }, () => v7()).sort()
  await admin`insert into write.numbered_stream select key, 0 from unnest(${streams}::uuid[]) as made (key)`
  return streams
}
