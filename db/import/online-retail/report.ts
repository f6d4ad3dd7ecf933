import type { ListedLine, ListedReason } from './planned'

const REASONS: Readonly<Record<ListedReason, string>> = {
  StockFound: 'Stock put right: units without a price, on an invoice that sells nothing and names no customer',
  StockWrittenOff: 'Stock put right: units taken off without a price',
  NothingMoved: 'Neither units nor money',
}

export const REPORT_HEADER = 'line,invoice,stock_code,quantity,description,reason\n'

/** A line of the report of what was not imported. */
export function reportLine({ lineNumber, invoice, code, quantity, description, reason }: ListedLine): string {
  return `${[lineNumber, invoice, quoted(code), quantity, quoted(description), quoted(REASONS[reason])].join(',')}\n`
}

/** A spreadsheet would take some first characters for a formula, and run it. */
const quoted = (text: string) => `"${text.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`
