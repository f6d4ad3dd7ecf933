import { getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Fact, Recorded } from './event'
import type { TransactionSql } from './postgres'
import type { Projection } from './projection'

type RowOf<Table extends PgTable> = Table['$inferInsert']

export type RowProjection<Table extends PgTable, Key extends keyof RowOf<Table> & string, F extends Fact> = {
  name: string
  version: number
  table: Table
  /** The columns of the primary key. */
  key: readonly Key[]
  handles: readonly F['type'][]
  /** Which rows an event concerns. */
  keysOf: (event: Recorded<F>) => readonly Pick<RowOf<Table>, Key>[]
  /** The row after the event; null deletes it. Pure: the same function serves catch-up on read and the browser. */
  apply: (row: RowOf<Table> | null, event: Recorded<F>, key: Pick<RowOf<Table>, Key>) => RowOf<Table> | null
}

/**
 * A projection that folds a pure function over rows: it loads the rows that a batch concerns with one statement, folds
 * in memory, and writes those that changed with one statement more. Any split into batches gives the same rows.
 */
export function rowProjection<Table extends PgTable, Key extends keyof RowOf<Table> & string, F extends Fact>(
  definition: RowProjection<Table, Key, F>,
): Projection {
  const rows = rowStore<Table, Key>(definition.table, definition.key)
  return {
    name: definition.name,
    version: definition.version,
    handles: definition.handles,
    tables: [rows.name],
    apply: async (tx, events) => {
      const typed = events as readonly Recorded<F>[]
      const before = await rows.load(
        tx,
        typed.flatMap((event) => definition.keysOf(event)),
      )
      const after = new Map(before)
      for (const event of typed) {
        for (const key of definition.keysOf(event)) {
          const id = rows.idOf(key)
          after.set(id, definition.apply(after.get(id) ?? null, event, key))
        }
      }
      await rows.save(tx, before, after)
    },
  }
}

export type Rows<Table extends PgTable> = Map<string, RowOf<Table> | null>

/** Loads and saves whole rows of a read table, any number at once, by way of one jsonb parameter. */
export function rowStore<Table extends PgTable, Key extends keyof RowOf<Table> & string>(
  table: Table,
  key: readonly Key[],
) {
  const { schema } = getTableConfig(table)
  const name = `${schema}.${getTableName(table)}`
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => !column.generated)
  const columnOf = new Map(columns.map(([property, column]) => [property, column.name]))
  const list = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const keyList = key.map((property) => `"${columnOf.get(property)}"`).join(', ')
  const assignments = columns
    .filter(([property]) => !key.includes(property as Key))
    .map(([, column]) => `"${column.name}" = excluded."${column.name}"`)
    .join(', ')
  const idOf = (row: Pick<RowOf<Table>, Key>) => key.map((property) => String(row[property])).join('|')
  const toColumns = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([property, value]) => [columnOf.get(property), value]))
  const toRow = (record: Record<string, unknown>) =>
    Object.fromEntries(columns.map(([property, column]) => [property, record[column.name]])) as RowOf<Table>

  return {
    name,
    idOf,
    /** The rows of these keys as they stand; null for those that do not exist. */
    async load(tx: TransactionSql, keys: readonly Pick<RowOf<Table>, Key>[]): Promise<Rows<Table>> {
      const wanted = new Map(keys.map((one) => [idOf(one), one]))
      const found: Rows<Table> = new Map([...wanted.keys()].map((id) => [id, null]))
      if (wanted.size === 0) return found
      const records = await tx<{ record: Record<string, unknown> }[]>`
        select to_jsonb(t) as record from ${tx.unsafe(name)} t
        join (select distinct ${tx.unsafe(keyList)}
          from jsonb_populate_recordset(null::${tx.unsafe(name)}, ${tx.json([...wanted.values()].map(toColumns) as never)})) k
        using (${tx.unsafe(keyList)})`
      for (const { record } of records) {
        const row = toRow(record)
        found.set(idOf(row), row)
      }
      return found
    },
    /** Writes what differs between the two states of the same rows. */
    async save(tx: TransactionSql, before: Rows<Table>, after: Rows<Table>): Promise<void> {
      const changed = [...after]
        .filter(([id, row]) => row !== null && row !== before.get(id))
        .map(([, row]) => row as object)
      const gone = [...after].flatMap(([id, row]) => (row === null ? (before.get(id) ?? []) : []))
      if (changed.length > 0) {
        const onConflict = assignments ? `do update set ${assignments}` : 'do nothing'
        await tx`
          insert into ${tx.unsafe(name)} (${tx.unsafe(list)})
          select ${tx.unsafe(list)}
          from jsonb_populate_recordset(null::${tx.unsafe(name)}, ${tx.json(changed.map(toColumns) as never)})
          on conflict (${tx.unsafe(keyList)}) ${tx.unsafe(onConflict)}`
      }
      if (gone.length > 0) {
        await tx`
          delete from ${tx.unsafe(name)}
          where (${tx.unsafe(keyList)}) in (select ${tx.unsafe(keyList)}
            from jsonb_populate_recordset(null::${tx.unsafe(name)}, ${tx.json(gone.map(toColumns) as never)}))`
      }
    },
  }
}
