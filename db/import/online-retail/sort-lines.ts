import type { HistoryLine } from './history-line'
import type { ListedReason } from './planned'

/** The lines of one invoice, by what becomes of them. */
export interface SortedLines {
  readonly charged: readonly HistoryLine[]
  readonly credited: readonly HistoryLine[]
  readonly listed: readonly { readonly line: HistoryLine; readonly reason: ListedReason }[]
}

/**
 * Sorts by the sign of the amount and not by the letter before the number, so that what was charged is all positive
 * amounts and what was charged less what was credited is all amounts, whatever the file holds.
 */
export function sortLines(invoice: readonly HistoryLine[]): SortedLines {
  const isSale = invoice.some((line) => line.amount > 0)
  const fate = (line: HistoryLine) => fateOf(line, isSale || line.customer !== null)
  return {
    charged: invoice.filter((line) => fate(line) === 'charged'),
    credited: invoice.filter((line) => fate(line) === 'credited'),
    listed: invoice.flatMap((line) => {
      const reason = fate(line)
      return reason === 'charged' || reason === 'credited' ? [] : [{ line, reason }]
    }),
  }
}

/** Goods that went out for nothing belong to a sale if the invoice has one, or names a customer who got them. */
function fateOf({ amount, quantity }: HistoryLine, someoneBought: boolean): 'charged' | 'credited' | ListedReason {
  if (amount > 0) return 'charged'
  if (amount < 0) return 'credited'
  if (quantity < 0) return 'StockWrittenOff'
  if (quantity === 0) return 'NothingMoved'
  return someoneBought ? 'charged' : 'StockFound'
}
