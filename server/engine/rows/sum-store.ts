import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { TransactionSql } from '../database/postgres'
import { memoryOf } from './memory'

type RowOf<Table extends PgTable> = Table['$inferInsert']
type Change<Table extends PgTable, Key extends keyof RowOf<Table>> = Pick<RowOf<Table>, Key> &
  Partial<Record<Exclude<keyof RowOf<Table>, Key>, number>>

/**
 * Keeps a table whose every column is part of the key or a sum. Changes are added up and written with one statement,
 * whatever rows they meet; a row whose sums are all zero is none, so rows do not depend on the way they came about.
 */
export function sumStore<Table extends PgTable, Key extends keyof RowOf<Table> & string>(
  table: Table,
  key: readonly Key[],
) {
  const name = getTableName(table)
  const columns = Object.entries(getTableColumns(table)).map(([property, { name }]) => ({ property, name }))
  const isKey = ({ property }: { property: string }) => (key as readonly string[]).includes(property)
  const keys = columns.filter(isKey)
  const sums = columns.filter((column) => !isKey(column))
  const quoted = (list: typeof columns) => list.map((column) => `"${column.name}"`).join(', ')
  const additions = sums.map((sum) => `"${sum.name}" = t."${sum.name}" + excluded."${sum.name}"`).join(', ')
  const isZero = sums.map((sum) => `t."${sum.name}" = 0`).join(' and ')

  const idOf = (total: Record<string, unknown>) => keys.map((one) => total[one.name]).join('|')
  const sumOf = (one: Record<string, unknown>, other: Record<string, unknown>) => ({
    ...one,
    ...Object.fromEntries(sums.map(({ name }) => [name, Number(one[name]) + Number(other[name])])),
  })

  function addUp(changes: readonly Change<Table, Key>[]): Record<string, unknown>[] {
    const totals = new Map<string, Record<string, unknown>>()
    for (const change of changes as readonly Record<string, unknown>[]) {
      const id = keys.map(({ property }) => change[property]).join('|')
      const total = totals.get(id) ?? Object.fromEntries(keys.map((one) => [one.name, change[one.property]]))
      for (const sum of sums) total[sum.name] = Number(total[sum.name] ?? 0) + Number(change[sum.property] ?? 0)
      totals.set(id, total)
    }
    return [...totals.values()].filter((total) => sums.some((sum) => total[sum.name] !== 0))
  }

  async function write(tx: TransactionSql, totals: readonly Record<string, unknown>[]): Promise<void> {
    if (totals.length === 0) return
    const rows = tx`jsonb_populate_recordset(null::${tx.unsafe(name)}, ${tx.json(totals as never)})`
    await tx`
      insert into ${tx.unsafe(name)} as t (${tx.unsafe(quoted(columns))})
      select ${tx.unsafe(quoted(columns))} from ${rows}
      on conflict (${tx.unsafe(quoted(keys))}) do update set ${tx.unsafe(additions)}`
    const mayBeZero = totals.some((total) => sums.some((sum) => Number(total[sum.name]) < 0))
    if (!mayBeZero) return
    await tx`
      delete from ${tx.unsafe(name)} t
      where ${tx.unsafe(isZero)} and (${tx.unsafe(quoted(keys))}) in (select ${tx.unsafe(quoted(keys))} from ${rows})`
  }

  /** For a rebuild that folds in memory. What became zero meanwhile is no row. */
  const isAnything = (total: Record<string, unknown>) => sums.some(({ name }) => total[name] !== 0)
  const own = {
    name,
    idOf,
    sum: sumOf,
    write: (tx: TransactionSql, totals: readonly Record<string, unknown>[]) => write(tx, totals.filter(isAnything)),
  }

  return {
    name,
    async add(tx: TransactionSql, changes: readonly Change<Table, Key>[]): Promise<void> {
      const totals = addUp(changes)
      const memory = memoryOf(tx)
      if (memory) memory.sums(own).add(totals)
      else await write(tx, totals)
    },
  }
}
