import type { TransactionSql } from '../database/postgres'
import { type CopiedColumn, copyRows } from './copy-rows'
import { createMaybeSet, type MaybeSet } from './maybe-set'

/** What a memory must know of a table of whole rows. */
export type RowTable = {
  name: string
  columns: readonly CopiedColumn[]
  /** The columns of the key, as names. */
  key: readonly string[]
  idOf: (row: object) => string
  load: (tx: TransactionSql, keys: readonly object[]) => Promise<Rows>
  /** Writes rows, whether they are there or not. */
  put: (tx: TransactionSql, rows: readonly object[]) => Promise<void>
  remove: (tx: TransactionSql, rows: readonly object[]) => Promise<void>
}

type Rows = Map<string, object | null>
/** Does something in a transaction that sees the tables. */
export type Within = <Done>(act: (tx: TransactionSql) => Promise<Done>) => Promise<Done>

/** A row, or null and the row that it was. `isStored`: the table has it, or will when what was taken is written. */
type Held = { row: object | null; was: object | null; isStored: boolean; isChanged: boolean }

export type HeldRows = {
  load: (keys: readonly object[]) => Promise<Rows>
  save: (before: ReadonlyMap<string, object | null>, after: ReadonlyMap<string, object | null>) => void
  weight: () => number
  /** How many rows had been forgotten too early since this was last asked. */
  missed: () => number
  takeChanges: () => (tx: TransactionSql) => Promise<void>
  forget: (bytes: number) => number
}

/** Rows of one statement at most. */
const LOT = 5000
/** One row in so many is measured. */
const MEASURED_EVERY = 64
/** What a character of a row as text takes in memory, and an entry besides. */
const BYTES_A_CHARACTER = 2.5
const BYTES_AN_ENTRY = 200

/**
 * Rows of a table in memory. Those that were forgotten are looked up again; of those that were never there, a set that
 * remembers what was forgotten knows that they need not be.
 */
export function createHeldRows(table: RowTable, isFilled: boolean, within: Within, undo: (() => void)[]): HeldRows {
  const held = new Map<string, Held>()
  let forgotten: MaybeSet | null = null
  let isKnown = !isFilled
  const measured = { rows: 0, characters: 0, next: 0 }
  let rowBytes = BYTES_AN_ENTRY
  let missed = 0

  const mayBeStored = (id: string) => forgotten?.mayHave(id) ?? false

  function measure(row: object): void {
    if (measured.next-- > 0) return
    measured.next = MEASURED_EVERY - 1
    measured.rows += 1
    measured.characters += JSON.stringify(row).length
    rowBytes = (measured.characters / measured.rows) * BYTES_A_CHARACTER + BYTES_AN_ENTRY
  }

  async function learnKeys(): Promise<void> {
    isKnown = true
    const known = createMaybeSet()
    forgotten = known
    const key = table.key.map((name) => `"${name}"`).join(', ')
    await within(async (tx) => {
      const rows = tx.unsafe<{ id: string }[]>(`select concat_ws('|', ${key}) as id from ${table.name}`)
      await rows.cursor(LOT, (some) => {
        for (const { id } of some) known.add(id)
      })
    })
  }

  return {
    async load(keys) {
      if (!isKnown) await learnKeys()
      const found: Rows = new Map()
      const missing: object[] = []
      for (const key of keys) {
        const id = table.idOf(key)
        if (found.has(id)) continue
        const one = held.get(id)
        found.set(id, one?.row ?? null)
        if (!one && mayBeStored(id)) missing.push(key)
      }
      if (missing.length === 0) return found
      for (const [id, row] of await within((tx) => table.load(tx, missing))) {
        held.set(id, { row, was: null, isStored: row !== null, isChanged: false })
        if (row !== null) missed += 1
        found.set(id, row)
      }
      return found
    },
    save(before, after) {
      for (const [id, row] of after) {
        const former = before.get(id) ?? null
        if (row === former) continue
        if (row !== null) measure(row)
        const known = held.get(id)
        undo.push(() => (known ? held.set(id, known) : held.delete(id)))
        const was = row === null ? former : null
        held.set(id, { row, was, isStored: known?.isStored ?? mayBeStored(id), isChanged: true })
      }
    },
    weight: () => held.size * rowBytes,
    missed() {
      const before = missed
      missed = 0
      return before
    },
    takeChanges() {
      const [fresh, changed, gone]: [object[], object[], object[]] = [[], [], []]
      for (const one of held.values()) {
        if (!one.isChanged) continue
        one.isChanged = false
        if (one.row !== null) (one.isStored ? changed : fresh).push(one.row)
        else if (one.isStored && one.was !== null) gone.push(one.was)
        one.isStored = one.row !== null
      }
      return async (tx) => {
        for (const lot of lotsOf(changed)) await table.put(tx, lot)
        for (const lot of lotsOf(gone)) await table.remove(tx, lot)
        if (fresh.length > 0) await copyRows(tx, table.name, table.columns, fresh)
      }
    },
    forget(bytes) {
      let freed = 0
      forgotten ??= createMaybeSet()
      for (const [id, { isChanged, isStored }] of held) {
        if (freed >= bytes) break
        if (isChanged) continue
        if (isStored) forgotten.add(id)
        held.delete(id)
        freed += rowBytes
      }
      return freed
    },
  }
}

function* lotsOf(rows: readonly object[]): Generator<readonly object[]> {
  for (let start = 0; start < rows.length; start += LOT) yield rows.slice(start, start + LOT)
}
