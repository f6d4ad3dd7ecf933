import type { Census } from './census'
import type { PlannedCounts } from './import-planner'
import type { Tally } from './tally'

/** What became of the file, as a table for the terminal that adds up. */
export function summaryOf({ read }: Census, { orders, refunds, listed, documents }: PlannedCounts): string {
  assertAddsUp(read, [orders, refunds, listed])
  const rows = [
    ['', 'lines', 'units', 'amount'],
    [many(documents.order, 'order'), ...cells(orders)],
    [many(documents.refund, 'refund'), ...cells(refunds)],
    ['listed, not imported', ...cells(listed)],
    ['the file', ...cells(read)],
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const table = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  const known = `${many(documents.product, 'product')}, ${many(documents.customer, 'customer')}`
  return [
    ...table,
    `Gross ${pounds(read.gross)}, refunded ${pounds(read.refunded)}, net ${pounds(read.net)}; ${known}.`,
  ].join('\n')
}

/** Lines that vanish on the way would be a bug of ours, and must not pass for a small file. */
function assertAddsUp(read: Tally, parts: readonly Tally[]): void {
  for (const measure of ['lines', 'units', 'gross', 'refunded'] as const) {
    const sum = parts.reduce((total, part) => total + part[measure], 0)
    if (sum !== read[measure]) throw new Error(`Of ${read[measure]} ${measure} only ${sum} are accounted for.`)
  }
}

const count = (value: number) => value.toLocaleString('en-GB')
const many = (value: number, thing: string) => `${count(value)} ${thing}${value === 1 ? '' : 's'}`
const pounds = (pence: number) => (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' })
const cells = ({ lines, units, net }: Tally) => [count(lines), count(units), pounds(net)]
