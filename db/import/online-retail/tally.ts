import type { HistoryLine } from './history-line'

/** Sums over lines of the history as the file has them, in pence; adding up integers loses nothing. */
export class Tally {
  lines = 0
  units = 0
  /** All that was charged. */
  gross = 0
  /** All that was given back, as a positive amount. */
  refunded = 0

  add({ quantity, amount }: Pick<HistoryLine, 'quantity' | 'amount'>): void {
    this.lines++
    this.units += quantity
    if (amount > 0) this.gross += amount
    else this.refunded -= amount
  }

  get net(): number {
    return this.gross - this.refunded
  }
}
