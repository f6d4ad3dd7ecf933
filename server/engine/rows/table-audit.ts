import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { PendingQuery, Row } from 'postgres'
import type { TransactionSql } from '../database/postgres'
import type { Fact, Recorded } from '../log/event'
import type { Audit, Evidence, PartRows } from '../projections/audit'
import type { RowOf } from './row-store'

/** Of so many pages of a table `sample` takes its parts. */
const SAMPLED_PAGES = 32

export type TableAudit<Table extends PgTable, F extends Fact, State, Given = undefined> = {
  table: Table
  /** The columns that name a part: the primary key, or those of it that several rows share. */
  part: readonly (keyof RowOf<Table> & string)[]
  evidence: Evidence
  partsOf: (event: Recorded<F>, wanted?: ReadonlySet<string>) => readonly string[]
  begin?: (tx: TransactionSql, parts: readonly string[]) => Promise<Map<string, State>>
  fold: (state: State | undefined, event: Recorded<F>, part: string) => State
  isSettled?: (state: State | undefined) => boolean
  rowsOf: (state: State, part: string, given: Given) => readonly RowOf<Table>[]
  /** What all rows depend on, as it is when they are compared or written. */
  given?: (tx: TransactionSql) => Promise<Given>
}

/** The audit of a table, told what its parts are and how events make them. */
export function tableAudit<Table extends PgTable, F extends Fact, State, Given = undefined>(
  definition: TableAudit<Table, F, State, Given>,
): Audit {
  const { table, part: partColumns, evidence, partsOf, begin, fold, isSettled, rowsOf, given } = definition
  const name = getTableName(table)
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => !column.generated)
  const columnOf = new Map(columns.map(([property, column]) => [property, column.name]))
  const named = partColumns.map((property) => columnOf.get(property) ?? property)
  const partList = named.map((column) => `"${column}"`).join(', ')
  const list = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const nameOf = (row: Record<string, unknown>) => named.map((column) => String(row[column])).join('|')
  const toKey = (part: string) => {
    const values = part.split('|')
    return Object.fromEntries(named.map((column, at) => [column, values[at]]))
  }
  const toColumns = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([property, value]) => [columnOf.get(property), value]))
  const recordset = (tx: TransactionSql, rows: readonly object[]) =>
    tx`jsonb_populate_recordset(null::${tx.unsafe(name)}, ${tx.json(rows as never)})`

  function byPart(records: readonly { record: Record<string, unknown> }[]): Map<string, PartRows> {
    const parts = new Map<string, Record<string, unknown>[]>()
    for (const { record } of records) parts.set(nameOf(record), [...(parts.get(nameOf(record)) ?? []), record])
    return parts
  }

  /** Rows of the table or such as could be: PostgreSQL writes both, so that equal ones look the same. */
  const asJson = (tx: TransactionSql, rows: PendingQuery<Row[]>) => tx<{ record: Record<string, unknown> }[]>`
    select to_jsonb(r) as record from (select ${tx.unsafe(list)} from ${rows} t) r order by r::text`

  async function rowsFrom(tx: TransactionSql, states: ReadonlyMap<string, unknown>): Promise<RowOf<Table>[]> {
    const known = [...states].filter(([, state]) => state !== undefined) as [string, State][]
    const now = (await given?.(tx)) as Given
    return known.flatMap(([part, state]) => rowsOf(state, part, now))
  }

  return {
    evidence,
    partsOf: partsOf as Audit['partsOf'],
    begin,
    fold: fold as Audit['fold'],
    isSettled: isSettled as Audit['isSettled'],
    async expected(tx, states) {
      const rows = await rowsFrom(tx, states)
      return byPart(await asJson(tx, recordset(tx, rows.map(toColumns))))
    },
    async living(tx, parts) {
      if (parts.length === 0) return new Map()
      const wanted = recordset(tx, parts.map(toKey))
      return byPart(
        await asJson(
          tx,
          tx`(
          select t.* from ${tx.unsafe(name)} t join ${wanted} k using (${tx.unsafe(partList)}))`,
        ),
      )
    },
    async sample(tx, count) {
      const [table] = await tx<{ share: number }[]>`
        select least(100, 100.0 * ${SAMPLED_PAGES} * current_setting('block_size')::int
          / greatest(1, pg_relation_size(${name}::regclass)))::float8 as share`
      const parts = await tx<{ part: string }[]>`
        select part from (
          select distinct concat_ws('|', ${tx.unsafe(partList)}) as part
          from ${tx.unsafe(name)} tablesample system (${table?.share ?? 100})) sampled
        order by random() limit ${count}`
      return parts.map(({ part }) => part)
    },
    async write(tx, part, state) {
      const rows = await rowsFrom(tx, new Map([[part, state]]))
      await tx`
        delete from ${tx.unsafe(name)} t using ${recordset(tx, [toKey(part)])} k
        where (${tx.unsafe(qualified('t', named))}) = (${tx.unsafe(qualified('k', named))})`
      await tx`
        insert into ${tx.unsafe(name)} (${tx.unsafe(list)})
        select ${tx.unsafe(list)} from ${recordset(tx, rows.map(toColumns))}`
    },
  }
}

const qualified = (alias: string, columns: readonly string[]) =>
  columns.map((column) => `${alias}."${column}"`).join(', ')
