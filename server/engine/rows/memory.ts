import type { TransactionSql } from '../database/postgres'
import { createHeldRows, type HeldRows, type RowTable, type Within } from './held-rows'
import { createHeldSums, type HeldSums, type SumTable } from './held-sums'

/**
 * Rows that are folded in memory and written in large lots. A rebuild hands projections a transaction that is none: the
 * stores (row-store.ts, sum-store.ts) find this memory in its place, so that the same `apply` serves both.
 */
export type Memory = {
  /** What projections are given for a transaction. */
  tx: TransactionSql
  rows: (table: RowTable) => HeldRows
  sums: (table: SumTable) => HeldSums
  /** Where the changes of a batch begin, so that they can be taken back. */
  mark: () => number
  backTo: (mark: number) => void
  /** From here on nothing before can be taken back. */
  settle: () => void
  /** Bytes that rows take, roughly. */
  weight: () => number
  /** What changed since the last time: to be written, while changes go on. */
  takeChanges: () => (tx: TransactionSql) => Promise<void>
  /** Forgets rows that are written, the oldest of the table first whose rows were least asked for again. */
  shrinkTo: (bytes: number) => void
}

const memories = new WeakMap<object, Memory>()

/** The memory behind what a projection was given for a transaction; undefined where it is a real one. */
export const memoryOf = (tx: object): Memory | undefined => memories.get(tx)

/** `isFilled`: the tables hold rows already, from before the memory was made. `within` looks up what was forgotten. */
export function createMemory(isFilled: boolean, within: Within): Memory {
  const undo: (() => void)[] = []
  const rows = new Map<string, HeldRows>()
  const sums = new Map<string, HeldSums>()
  const all = () => [...rows.values(), ...sums.values()]
  const tx = (() => {
    throw new Error('A projection whose apply sends statements of its own cannot be folded in memory.')
  }) as unknown as TransactionSql
  const memory: Memory = {
    tx,
    rows: (table) => kept(rows, table.name, () => createHeldRows(table, isFilled, within, undo)),
    sums: (table) => kept(sums, table.name, () => createHeldSums(table, undo)),
    mark: () => undo.length,
    backTo(mark) {
      for (const takeBack of undo.splice(mark).reverse()) takeBack()
    },
    settle() {
      undo.length = 0
    },
    weight: () => all().reduce((sum, one) => sum + one.weight(), 0),
    takeChanges() {
      const writes = all().map((one) => one.takeChanges())
      return async (into) => {
        for (const write of writes) await write(into)
      }
    },
    shrinkTo(bytes) {
      let left = memory.weight() - bytes
      const tables = [...rows.values()].map((table) => ({ table, missed: table.missed(), weight: table.weight() }))
      tables.sort((a, b) => a.missed - b.missed || b.weight - a.weight)
      for (const { table } of tables) {
        if (left <= 0) return
        left -= table.forget(left)
      }
    },
  }
  memories.set(tx, memory)
  return memory
}

function kept<Held>(map: Map<string, Held>, name: string, make: () => Held): Held {
  const known = map.get(name) ?? make()
  map.set(name, known)
  return known
}
