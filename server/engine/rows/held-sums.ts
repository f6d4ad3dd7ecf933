import type { TransactionSql } from '../database/postgres'

type Total = Record<string, unknown>

/** What a memory must know of a table of sums. */
export type SumTable = {
  name: string
  idOf: (total: Total) => string
  sum: (one: Total, other: Total) => Total
  write: (tx: TransactionSql, totals: readonly Total[]) => Promise<void>
}

export type HeldSums = {
  add: (totals: readonly Total[]) => void
  weight: () => number
  takeChanges: () => (tx: TransactionSql) => Promise<void>
}

const LOT = 5000
const BYTES_A_TOTAL = 400

/** What is to be added to a table of sums. */
export function createHeldSums(table: SumTable, undo: (() => void)[]): HeldSums {
  let held = new Map<string, Total>()
  return {
    add(totals) {
      for (const total of totals) {
        const id = table.idOf(total)
        const known = held.get(id)
        undo.push(() => (known ? held.set(id, known) : held.delete(id)))
        held.set(id, known ? table.sum(known, total) : total)
      }
    },
    weight: () => held.size * BYTES_A_TOTAL,
    takeChanges() {
      const totals = [...held.values()]
      held = new Map()
      return async (tx) => {
        for (let start = 0; start < totals.length; start += LOT) {
          await table.write(tx, totals.slice(start, start + LOT))
        }
      }
    },
  }
}
