import type { Checkpoint } from '../log/checkpoint'
import { type Member, nameOf } from '../projections/members'

/** Rows of a table that are remembered at most; the one that was asked for least recently goes first. */
const MOST_ROWS = 2000

/** A row; null: there is none; undefined: not known. */
type Known = object | null | undefined

/** What a store sees of its table. */
export type RecentTable = {
  find: (id: string) => Known
  /** How rows stand when the transaction is committed. */
  note: (rows: ReadonlyMap<string, object | null>) => void
}

export type RecentRows = {
  /** Lets the stores find them behind this transaction, and forgets what was noted in one before it that failed. */
  openTo: (tx: object) => void
  /** Forgets the rows of those projections whose checkpoint is not as it was left. To be done before they are asked. */
  keepOf: (members: readonly Member[]) => void
  /** The transaction is committed: what was noted stands, and the checkpoints where it left them. */
  settle: (checkpoints: readonly Checkpoint[]) => void
}

const open = new WeakMap<object, (table: string) => RecentTable>()

/** What is remembered of a table behind a transaction; undefined where nothing is. */
export const recentRowsOf = (tx: object, table: string): RecentTable | undefined => open.get(tx)?.(table)

/**
 * The rows that a worker wrote or read last, so that it need not look up what it wrote a moment ago. They hold as long as
 * the checkpoint stands exactly where it was left: whoever else changes a row (another worker, whoever heals a key or
 * puts other tables in place) counts the checkpoint up in the same transaction.
 */
export function createRecentRows(): RecentRows {
  const tables = new Map<string, Map<string, object>>()
  const noted = new Map<string, Map<string, object | null>>()
  const left = new Map<string, string>()

  const tableOf = (name: string): RecentTable => ({
    find(id) {
      const row = noted.get(name)?.get(id)
      return row === undefined ? tables.get(name)?.get(id) : row
    },
    note(rows) {
      const own = noted.get(name) ?? new Map<string, object | null>()
      for (const [id, row] of rows) own.set(id, row)
      noted.set(name, own)
    },
  })

  return {
    openTo(tx) {
      noted.clear()
      open.set(tx, tableOf)
    },
    keepOf(members) {
      for (const { projection, checkpoint } of members) {
        if (left.get(projection.name) === standingOf(checkpoint)) continue
        for (const table of projection.tables) tables.delete(table)
      }
    },
    settle(checkpoints) {
      for (const one of checkpoints) left.set(one.name, standingOf(one))
      for (const [name, rows] of noted) {
        const table = tables.get(name) ?? new Map<string, object>()
        tables.set(name, table)
        for (const [id, row] of rows) {
          table.delete(id)
          if (row) table.set(id, row)
        }
        forgetOldest(table)
      }
      noted.clear()
    },
  }
}

const standingOf = ({ version, settings, epoch, counter, ...place }: Checkpoint) =>
  `${version} ${settings} ${epoch} ${counter} ${nameOf(place)}`

function forgetOldest(table: Map<string, object>): void {
  for (const id of table.keys()) {
    if (table.size <= MOST_ROWS) return
    table.delete(id)
  }
}
