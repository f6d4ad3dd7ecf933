import type { Column, Layout } from './columns'
import { parseDecimal, toMinor } from './decimal'
import { FileRefused } from './file-refused'
import { parseLondonTime } from './london-time'
import type { CsvRecord } from './read-records'

/** One line of the history, read and checked. Money is in pence. */
export interface HistoryLine {
  readonly line: number
  readonly invoice: string
  /** In capitals: the file writes one code in two letter cases. */
  readonly code: string
  readonly description: string
  readonly quantity: number
  readonly unitPrice: number
  /** Quantity × exact price, rounded once: with prices below a penny it is not quantity × unitPrice. */
  readonly amount: number
  readonly at: Date
  readonly customer: string | null
  readonly country: string
}

/** What the shop takes for a price: a million pounds. */
const LARGEST_PRICE = 100_000_000
/** Far beyond any line; sums of so many of them as fit into a file are still exact. */
const LARGEST_AMOUNT = 10_000_000_000

/** Turns a record into a line of the history, or refuses the file naming line, column and value. */
export function parseHistoryLine(record: CsvRecord, layout: Layout): HistoryLine {
  if (record.fields.length !== layout.fieldCount) throw wrongFieldCount(record, layout)
  const text = (column: Column) => (record.fields[layout.position[column]] ?? '').trim()
  const read = <T>(column: Column, parse: (text: string) => T | null, wanted: string): T => {
    const value = parse(text(column))
    if (value === null) throw notReadable(record.line, column, text(column), wanted)
    return value
  }
  const quantity = read('Quantity', parseQuantity, 'a whole number')
  const price = read('UnitPrice', parseDecimal, 'a number such as 2.55')
  return {
    line: record.line,
    invoice: read('InvoiceNo', parseInvoice, 'an invoice number such as 536365 or C536379'),
    code: read('StockCode', parseCode, 'a code of 1 to 40 characters'),
    description: text('Description').replace(/\s+/g, ' '),
    quantity,
    unitPrice: read('UnitPrice', () => within(LARGEST_PRICE, toMinor(price)), 'a smaller price'),
    amount: read('Quantity', () => within(LARGEST_AMOUNT, toMinor(price, quantity)), 'a smaller amount'),
    at: read('InvoiceDate', parseLondonTime, 'a time such as 2010-12-01 08:26:00'),
    customer: read('CustomerID', parseCustomer, 'a customer number such as 17850, or nothing') || null,
    country: read('Country', parseCountry, 'a country'),
  }
}

const parseQuantity = (text: string) => (/^-?\d{1,9}$/.test(text) ? Number(text) : null)
const parseInvoice = (text: string) => (/^[A-Za-z]?\d{1,12}$/.test(text) ? text.toUpperCase() : null)
const parseCode = (text: string) => (text.length >= 1 && text.length <= 40 ? text.toUpperCase() : null)
const parseCountry = (text: string) => (text.length >= 1 && text.length <= 60 ? text : null)
/** Written `17850.0` by the program that made the file, which took the column for a measurement. */
const parseCustomer = (text: string) => (/^(\d{1,12}(\.0+)?)?$/.test(text) ? text.replace(/\..*/, '') : null)
const within = (limit: number, minor: number) => (Math.abs(minor) <= limit ? minor : null)

function wrongFieldCount(record: CsvRecord, layout: Layout): FileRefused {
  const reason = `There are ${record.fields.length} fields where the header names ${layout.fieldCount}.`
  return new FileRefused('WrongFieldCount', reason, record.line)
}

function notReadable(line: number, column: Column, value: string, wanted: string): FileRefused {
  const shown = value === '' ? 'is empty' : `is "${value.slice(0, 60)}"`
  return new FileRefused('ValueNotReadable', `${column} ${shown}; ${wanted} is wanted.`, line)
}
