import type { TransactionSql } from '../database/postgres'

export type CopiedColumn = { property: string; name: string; isJson: boolean }

/** Rows are sent in lots of so many characters, and others get their turn in between. */
const LOT = 200_000

/** Adds rows to a table by COPY. */
export async function copyRows(
  tx: TransactionSql,
  table: string,
  columns: readonly CopiedColumn[],
  rows: readonly object[],
): Promise<void> {
  const list = columns.map(({ name }) => `"${name}"`).join(', ')
  const stream = await tx.unsafe(`copy ${table} (${list}) from stdin`).writable()
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  failed.catch(() => {})
  for (const lot of lotsOf(rows, columns)) {
    await Promise.race([failed, new Promise<void>((resolve) => stream.write(lot, () => resolve()))])
  }
  await Promise.race([
    failed,
    new Promise<void>((resolve) => {
      stream.once('finish', resolve)
      stream.end()
    }),
  ])
}

function* lotsOf(rows: readonly object[], columns: readonly CopiedColumn[]): Generator<string> {
  let lot = ''
  for (const row of rows) {
    lot += lineOf(row as Record<string, unknown>, columns)
    if (lot.length < LOT) continue
    yield lot
    lot = ''
  }
  if (lot) yield lot
}

/** As COPY reads text: fields between tabs, and a backslash before what would end one. */
export function lineOf(row: Record<string, unknown>, columns: readonly CopiedColumn[]): string {
  let line = ''
  let between = ''
  for (const { property, isJson } of columns) {
    line += between + fieldOf(row[property], isJson)
    between = '\t'
  }
  return `${line}\n`
}

function fieldOf(value: unknown, isJson: boolean): string {
  if (value === null || value === undefined) return '\\N'
  if (isJson) return escaped(JSON.stringify(value))
  return typeof value === 'string' ? escaped(value) : String(value)
}

const SPECIAL = /[\\\t\n\r]/
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => ESCAPES[one] ?? one) : text
}
