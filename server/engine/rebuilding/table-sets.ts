import type { AnySql } from '../database/postgres'

/** Where tables are built, and where those that stood before are kept. */
export type OtherSet = 'read_next' | 'read_before'

/** Empty tables in `read_next`, with keys and without their other indexes. */
export async function makeNext(sql: AnySql, tables: readonly string[]): Promise<void> {
  await sql`select rebuilding.make_next(${tables as string[]})`
}

/** The other indexes of tables that were filled, table by table. */
export async function finishNext(sql: AnySql, tables: readonly string[]): Promise<void> {
  for (const table of tables) await sql`select rebuilding.finish_next(${table})`
}

/** Tables of another set take their place in `read`; those that stood there are kept in `read_before`. */
export async function putTablesInPlace(sql: AnySql, from: OtherSet, tables: readonly string[]): Promise<void> {
  await sql`select rebuilding.put_in_place(${from}, ${tables as string[]})`
}

export async function dropTables(sql: AnySql, from: OtherSet, tables: readonly string[]): Promise<void> {
  await sql`select rebuilding.drop_tables(${from}, ${tables as string[]})`
}

export async function holdsTables(sql: AnySql, set: OtherSet, tables: readonly string[]): Promise<boolean> {
  const found = await sql`
    select from pg_tables where schemaname = ${set} and tablename = any(${tables as string[]})`
  return found.length === tables.length
}
