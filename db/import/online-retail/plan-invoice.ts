import type { HistoryLine } from './history-line'
import type { ListedLine, PlannedLine, PlannedOrder, PlannedRefund } from './planned'
import type { SortedLines } from './sort-lines'

/** Names a product that its line leaves without a description. */
export type NameOf = (code: string) => string

/** The order that an invoice's charged lines make, if there are any. */
export function planOrder({ charged }: SortedLines, nameOf: NameOf): PlannedOrder | null {
  return charged[0] === undefined ? null : { kind: 'order', ...document(charged[0], charged, nameOf) }
}

/** The refund that an invoice's credited lines make, if there are any. */
export function planRefund({ credited }: SortedLines, nameOf: NameOf): PlannedRefund | null {
  const first = credited[0]
  return first === undefined
    ? null
    : { kind: 'refund', reason: reasonOf(first.invoice), ...document(first, credited, nameOf) }
}

/** The lines that are reported and not recorded. */
export function planListed({ listed }: SortedLines): ListedLine[] {
  return listed.map(({ line, reason }) => ({
    kind: 'listed',
    lineNumber: line.line,
    invoice: line.invoice,
    code: line.code,
    quantity: line.quantity,
    description: line.description,
    reason,
  }))
}

/** Some invoices were written over two minutes: the first line's time is the document's. */
function document(first: HistoryLine, lines: readonly HistoryLine[], nameOf: NameOf) {
  const planned = lines.map((line) => plannedLine(line, nameOf))
  return {
    number: first.invoice,
    at: first.at,
    customer: first.customer,
    country: first.country,
    lines: planned,
    total: planned.reduce((sum, line) => sum + line.amount, 0),
  }
}

/** Credits come with a negative quantity, bad debt with a negative price; either way the sign is the document's. */
function plannedLine(line: HistoryLine, nameOf: NameOf): PlannedLine {
  return {
    sku: line.code,
    description: line.description || nameOf(line.code),
    quantity: Math.abs(line.quantity),
    unitPrice: Math.abs(line.unitPrice),
    amount: Math.abs(line.amount),
    lineNumber: line.line,
  }
}

function reasonOf(invoice: string): string {
  if (invoice.startsWith('C')) return `Credit note ${invoice}`
  if (invoice.startsWith('A')) return `Adjustment of bad debt ${invoice}`
  return `Credited on invoice ${invoice}`
}
