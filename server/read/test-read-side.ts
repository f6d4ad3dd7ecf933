import { v7 } from 'uuid'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { SYSTEM } from '@/server/actor'
import { connect, type TransactionSql } from '@/server/engine/database/postgres'
import type { Actor } from '@/server/engine/log/event'
import { append, readEpoch } from '@/server/engine/log/log'
import type { Token } from '@/server/engine/log/token'
import type { Projection } from '@/server/engine/projections/projection'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import { step } from '@/server/engine/projector/step'
import { createReader } from '@/server/engine/queries/answer'
import type { QueueBackend } from '@/server/engine/queue/queue'
import { eventDefinitions as definitions, type ShopEvent } from '@/server/events/registry'
import { projections } from './registry'

function queueBackend({ redisUrl, projectorUrl }: TestDatabase): QueueBackend {
  return redisUrl ? { redisUrl } : { postgresUrl: projectorUrl }
}

function unknown(name: string): never {
  throw new Error(`There is no projection called ${name}.`)
}

export type TestReadSide = Awaited<ReturnType<typeof openReadSide>>

/** A log and its read tables in a database of the test's own, with nobody who projects unless the test does. */
export async function openReadSide(timeZone = 'Europe/London') {
  const database = await createTestDatabase()
  const admin = connect(database.adminUrl, { name: 'test-admin', max: 2 })
  const command = connect(database.commandUrl, { name: 'test-command', max: 8 })
  const projector = connect(database.projectorUrl, { name: 'test-projector', max: 8 })
  const query = connect(database.queryUrl, { name: 'test-query', max: 4 })
  const all = projections({ timeZone })
  const epoch = await readEpoch(command)
  await prepareProjections(projector, all)

  /** Appends inside the caller's transaction; nobody sees it before that commits. */
  async function appendIn(tx: TransactionSql, facts: readonly ShopEvent[], actor: Actor = SYSTEM): Promise<Token> {
    return { epoch, ...(await append(tx, definitions, facts, { actor, commandId: v7() })) }
  }

  const record = (facts: readonly ShopEvent[], actor?: Actor): Promise<Token> =>
    command.begin((tx) => appendIn(tx, facts, actor))

  /** Brings all projections up to the present, or only those named. */
  async function catchUpAll(batchSize?: number, names = all.map(({ name }) => name)): Promise<void> {
    const wanted = all.filter(({ name }) => names.includes(name))
    await catchUp({ sql: projector, definitions, batchSize }, wanted)
  }

  /** Leaves a projection in the middle of a walk. */
  async function walkOneBatch(projection: Projection, batchSize: number): Promise<void> {
    await projector.begin((tx) =>
      step(tx as unknown as TransactionSql, { definitions, batchSize }, [projection], 'read'),
    )
  }

  const reader = createReader({
    sql: query,
    log: command,
    definitions,
    waitForMark: (_, ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })

  /** Every row of every read table, as text, in an order that depends on nothing else. */
  async function dump(): Promise<Record<string, string[]>> {
    const tables = await admin<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'read'
        and tablename not in ('checkpoint', 'rebuild', 'audit_finding', 'audit_standing', 'table_set')
      order by 1`
    const rows: Record<string, string[]> = {}
    for (const { name } of tables) {
      const found = await admin<{ row: string }[]>`
        select to_jsonb(t)::text as row from ${admin.unsafe(`read.${name}`)} t order by 1`
      rows[name] = found.map(({ row }) => row)
    }
    return rows
  }

  /** An empty log and empty tables. */
  async function clear(): Promise<void> {
    const tables = await admin<{ list: string }[]>`
      select string_agg(format('%I.%I', schemaname, tablename), ', ') as list from pg_tables
      where schemaname in ('read', 'read_next', 'read_before') or (schemaname = 'write' and tablename = 'event')`
    await admin.unsafe(`truncate ${tables[0]?.list}`)
    await prepareProjections(projector, all)
  }

  async function close(): Promise<void> {
    await Promise.all([admin.end(), command.end(), projector.end(), query.end()])
    await database.drop()
  }

  return {
    database,
    /** What the projector is told. */
    options: { sql: projector, definitions },
    /** Where a worker's queues are in this run of the suite. */
    backend: queueBackend(database),
    admin,
    command,
    projector,
    query,
    projections: all,
    named: (name: string) => all.find((one) => one.name === name) ?? unknown(name),
    appendIn,
    record,
    catchUpAll,
    walkOneBatch,
    answer: reader.answer,
    dump,
    clear,
    close,
  }
}
