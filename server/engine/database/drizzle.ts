import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core'
import { type PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js'
import type { AnySql } from './postgres'

export type Db = Omit<PostgresJsDatabase, '$client'>

const dialect = new PgDialect()

/**
 * Drizzle's query builder over a pool or over an open transaction. Its own `drizzle()` would take over the parsers of
 * the pool and cannot join a transaction that it did not begin.
 */
export function drizzleOver(sql: AnySql): Db {
  return new PgDatabase(dialect, new PostgresJsSession(sql as never, dialect, undefined), undefined) as Db
}
