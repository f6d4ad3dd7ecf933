import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { PendingQuery, Row } from 'postgres'
import type { TransactionSql } from './postgres'

/** A whole row: nullable columns too are there. Columns that PostgreSQL generates are not. */
export type RowOf<Table extends PgTable> = Required<Table['$inferInsert']>
export type Rows<Table extends PgTable> = Map<string, RowOf<Table> | null>

/** Loads and saves whole rows of a read table, any number at once, by way of one jsonb parameter. */
export function rowStore<Table extends PgTable, Key extends keyof RowOf<Table> & string>(
  table: Table,
  key: readonly Key[],
) {
  const name = getTableName(table)
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => !column.generated)
  const columnOf = new Map(columns.map(([property, column]) => [property, column.name]))
  const quoted = (properties: readonly string[]) => properties.map((one) => `"${columnOf.get(one)}"`).join(', ')
  const list = quoted([...columnOf.keys()])
  const keyList = quoted(key)
  const values = [...columnOf.keys()].filter((property) => !key.includes(property as Key)) as (keyof RowOf<Table>)[]
  const idOf = (row: Pick<RowOf<Table>, Key>) => key.map((property) => String(row[property])).join('|')
  const toRow = (record: Record<string, unknown>) =>
    Object.fromEntries(
      columns.map(([property, column]) => [property, readable(column.columnType, record[column.name])]),
    ) as RowOf<Table>
  const byId = (records: readonly Row[]): [string, RowOf<Table>][] =>
    records.map(({ record }) => toRow(record)).map((row) => [idOf(row), row])
  const toColumns = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([property, value]) => [columnOf.get(property), value]))
  const recordset = (tx: TransactionSql, rows: readonly object[]) =>
    tx`jsonb_populate_recordset(null::${tx.unsafe(name)}, ${tx.json(rows.map(toColumns) as never)})`

  /** Only what changed, so that indexes and generated columns of the rest need not be made anew. */
  function onConflict(changed: readonly RowOf<Table>[], before: Rows<Table>): string {
    const pairs = changed.flatMap((row) => [[row, before.get(idOf(row))] as const]).filter(([, former]) => former)
    const isChanged = (value: keyof RowOf<Table>) => pairs.some(([row, former]) => row[value] !== former?.[value])
    const written = pairs.length > 0 ? values.filter(isChanged) : values
    const assignments = written.map(
      (value) => `"${columnOf.get(value as string)}" = excluded."${columnOf.get(value as string)}"`,
    )
    return assignments.length > 0 ? `do update set ${assignments.join(', ')}` : 'do nothing'
  }

  return {
    name,
    idOf,
    /** The rows of these keys as they stand; null for those that do not exist. */
    async load(tx: TransactionSql, keys: readonly Pick<RowOf<Table>, Key>[]): Promise<Rows<Table>> {
      const wanted = new Map(keys.map((one) => [idOf(one), one]))
      if (wanted.size === 0) return new Map()
      const records = await tx`
        select to_jsonb(t) as record from ${tx.unsafe(name)} t
        join ${recordset(tx, [...wanted.values()])} k using (${tx.unsafe(keyList)})`
      return new Map<string, RowOf<Table> | null>([
        ...[...wanted.keys()].map((id) => [id, null] as const),
        ...byId(records),
      ])
    },
    /** The rows that a condition on the table `t` finds. */
    async loadWhere(tx: TransactionSql, condition: PendingQuery<Row[]>): Promise<Rows<Table>> {
      return new Map(byId(await tx`select to_jsonb(t) as record from ${tx.unsafe(name)} t where ${condition}`))
    },
    /** Writes what differs between the two states of the same rows. */
    async save(tx: TransactionSql, before: Rows<Table>, after: Rows<Table>): Promise<void> {
      const changed = [...after].flatMap(([id, row]) => (row !== null && row !== before.get(id) ? [row] : []))
      const gone = [...after].flatMap(([id, row]) => (row === null ? (before.get(id) ?? []) : []))
      if (changed.length > 0) {
        await tx`
          insert into ${tx.unsafe(name)} (${tx.unsafe(list)})
          select ${tx.unsafe(list)} from ${recordset(tx, changed)}
          on conflict (${tx.unsafe(keyList)}) ${tx.unsafe(onConflict(changed, before))}`
      }
      if (gone.length > 0) {
        await tx`
          delete from ${tx.unsafe(name)}
          where (${tx.unsafe(keyList)}) in (select ${tx.unsafe(keyList)} from ${recordset(tx, gone)})`
      }
    },
  }
}

/** to_jsonb writes an instant with an offset; events, queries and browsers write it as JavaScript does. */
function readable(columnType: string, value: unknown): unknown {
  return columnType === 'PgTimestampString' && typeof value === 'string' ? new Date(value).toISOString() : value
}
