import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { PendingQuery, Row } from 'postgres'
import type { TransactionSql } from '../database/postgres'
import { sentTogether } from '../database/sent-together'
import type { RowTable } from './held-rows'
import { memoryOf } from './memory'
import { recentRowsOf } from './recent-rows'

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
  // Without the columns that PostgreSQL generates: the words of a product's search are longer than its row.
  const readList = [...columnOf.values()].map((column) => `t."${column}"`).join(', ')
  const keyList = quoted(key)
  const values = [...columnOf.keys()].filter((property) => !key.includes(property as Key)) as (keyof RowOf<Table> &
    string)[]
  const [first, ...others] = key
  const idOf = (row: Pick<RowOf<Table>, Key>) =>
    others.length === 0 && first ? String(row[first]) : key.map((property) => String(row[property])).join('|')
  const toRow = (record: Record<string, unknown>) => {
    const row: Record<string, unknown> = {}
    for (const [property, { name, columnType }] of columns) row[property] = readable(columnType, record[name])
    return row as RowOf<Table>
  }
  const byId = (records: readonly Row[]): [string, RowOf<Table>][] =>
    records.map(({ record }) => toRow(record)).map((row) => [idOf(row), row])
  const recordset = (tx: TransactionSql, rows: readonly object[], properties: readonly string[]) => {
    const own = properties.map((property) => [property, columnOf.get(property) ?? property] as const)
    const records = rows.map((row) => {
      const record: Record<string, unknown> = {}
      for (const [property, column] of own) record[column] = (row as Record<string, unknown>)[property]
      return record
    })
    return tx`jsonb_populate_recordset(null::${tx.unsafe(name)}, ${tx.json(records as never)})`
  }

  async function insert(tx: TransactionSql, rows: readonly RowOf<Table>[]): Promise<void> {
    if (rows.length === 0) return
    const all = values.map((value) => `${quoted([value])} = excluded.${quoted([value])}`).join(', ')
    await tx`
      insert into ${tx.unsafe(name)} (${tx.unsafe(list)}) select ${tx.unsafe(list)} from ${recordset(tx, rows, [...columnOf.keys()])}
      on conflict (${tx.unsafe(keyList)}) ${tx.unsafe((all && `do update set ${all}`) || 'do nothing')}`
  }

  /** Only the columns that changed, so that indexes and generated columns of the rest need not be made anew. */
  async function update(tx: TransactionSql, rows: readonly RowOf<Table>[], before: Rows<Table>): Promise<void> {
    const written = values.filter((value) => rows.some((row) => row[value] !== before.get(idOf(row))?.[value]))
    if (written.length === 0) return
    const own = [...key, ...written]
    const sets = written.map((value) => `${quoted([value])} = changed.${quoted([value])}`).join(', ')
    const same = key.map((one) => `t.${quoted([one])} = changed.${quoted([one])}`).join(' and ')
    await tx`
      update ${tx.unsafe(name)} t set ${tx.unsafe(sets)} from ${recordset(tx, rows, own)} changed
      where ${tx.unsafe(same)}`
  }

  async function remove(tx: TransactionSql, rows: readonly RowOf<Table>[]): Promise<void> {
    if (rows.length === 0) return
    await tx`
      delete from ${tx.unsafe(name)} t using ${recordset(tx, rows, key)} gone
      where ${tx.unsafe(key.map((one) => `t.${quoted([one])} = gone.${quoted([one])}`).join(' and '))}`
  }

  async function load(tx: TransactionSql, keys: readonly Pick<RowOf<Table>, Key>[]): Promise<Rows<Table>> {
    const wanted = new Map(keys.map((one) => [idOf(one), one]))
    if (wanted.size === 0) return new Map()
    const records = await tx`
      select to_jsonb(one) as record from (
        select ${tx.unsafe(readList)} from ${tx.unsafe(name)} t
        join ${recordset(tx, [...wanted.values()], key)} k using (${tx.unsafe(keyList)})) one`
    return new Map<string, RowOf<Table> | null>([
      ...[...wanted.keys()].map((id) => [id, null] as const),
      ...byId(records),
    ])
  }

  /** Asks only for those that are not remembered. */
  async function loadUnknown(tx: TransactionSql, keys: readonly Pick<RowOf<Table>, Key>[]): Promise<Rows<Table>> {
    const recent = recentRowsOf(tx, name)
    if (!recent) return load(tx, keys)
    const known: Rows<Table> = new Map()
    const unknown = keys.filter((one) => {
      const row = recent.find(idOf(one)) as RowOf<Table> | null | undefined
      if (row !== undefined) known.set(idOf(one), row)
      return row === undefined
    })
    const loaded = await load(tx, unknown)
    recent.note(loaded)
    return new Map([...known, ...loaded])
  }

  /** For a rebuild that folds in memory. */
  const own = {
    name,
    columns: columns.map(([property, column]) => ({
      property,
      name: column.name,
      isJson: column.columnType === 'PgJsonb',
    })),
    key: key.map((property) => columnOf.get(property)),
    idOf,
    load,
    put: insert,
    remove,
  } as unknown as RowTable

  return {
    name,
    idOf,
    /** The rows of these keys as they stand; null for those that do not exist. */
    async load(tx: TransactionSql, keys: readonly Pick<RowOf<Table>, Key>[]): Promise<Rows<Table>> {
      const memory = memoryOf(tx)
      return memory ? ((await memory.rows(own).load(keys)) as Rows<Table>) : loadUnknown(tx, keys)
    },
    /** The rows that a condition on the table `t` finds. */
    async loadWhere(tx: TransactionSql, condition: PendingQuery<Row[]>): Promise<Rows<Table>> {
      const found = tx`select ${tx.unsafe(readList)} from ${tx.unsafe(name)} t where ${condition}`
      return new Map(byId(await tx`select to_jsonb(one) as record from (${found}) one`))
    },
    /** Writes what differs between the two states of the same rows. */
    async save(tx: TransactionSql, before: Rows<Table>, after: Rows<Table>): Promise<void> {
      const memory = memoryOf(tx)
      if (memory) return memory.rows(own).save(before, after)
      recentRowsOf(tx, name)?.note(after)
      const changed = [...after].flatMap(([id, row]) => (row !== null && row !== before.get(id) ? [row] : []))
      const gone = [...after].flatMap(([id, row]) => (row === null ? (before.get(id) ?? []) : []))
      const isNew = (row: RowOf<Table>) => !before.get(idOf(row))
      await sentTogether([
        insert(tx, changed.filter(isNew)),
        update(
          tx,
          changed.filter((row) => !isNew(row)),
          before,
        ),
        remove(tx, gone),
      ])
    },
  }
}

/** to_jsonb writes an instant with an offset; events, queries and browsers write it as JavaScript does. */
function readable(columnType: string, value: unknown): unknown {
  return columnType === 'PgTimestampString' && typeof value === 'string' ? new Date(value).toISOString() : value
}
