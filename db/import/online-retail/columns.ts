import { FileRefused } from './file-refused'

/** The columns of the history; they may stand in any order, and others beside them are of no account. */
export const COLUMNS = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const

export type Column = (typeof COLUMNS)[number]

/** Where each column stands in a record, and how many fields a whole record has. */
export interface Layout {
  readonly position: Readonly<Record<Column, number>>
  readonly fieldCount: number
}

/** Reads the header line. */
export function layoutOf(header: readonly string[], line: number): Layout {
  const names = header.map((name) => name.trim())
  const missing = COLUMNS.filter((column) => !names.includes(column))
  if (missing.length === COLUMNS.length) throw notThisHistory(line, header)
  if (missing.length > 0) {
    throw new FileRefused(
      'ColumnMissing',
      `The header lacks ${missing.join(', ')}. Wanted: ${COLUMNS.join(', ')}.`,
      line,
    )
  }
  const twice = COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column))
  if (twice.length > 0) throw new FileRefused('ColumnTwice', `The header names ${twice.join(', ')} twice.`, line)
  const position = Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Layout['position']
  return { position, fieldCount: names.length }
}

function notThisHistory(line: number, header: readonly string[]): FileRefused {
  const separated = /InvoiceNo"?[;\t]/.test(header.join(','))
  const advice = separated ? 'Separate the columns by commas.' : `Its first line must name ${COLUMNS.join(', ')}.`
  return new FileRefused('FileNotCsv', `This is not the CSV file of a retail history. ${advice}`, line)
}
