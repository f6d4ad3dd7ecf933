import type { PgTable } from 'drizzle-orm/pg-core'
import type { Fact, Recorded } from '../log/event'
import type { Evidence } from '../projections/audit'
import type { Projection } from '../projections/projection'
import { memoryOf } from './memory'
import { type RowOf, rowStore } from './row-store'
import { tableAudit } from './table-audit'

export type RowProjection<Table extends PgTable, Key extends keyof RowOf<Table> & string, F extends Fact> = {
  name: string
  version: number
  settings?: string
  isRelaxed?: boolean
  commutes?: boolean
  table: Table
  /** The columns of the primary key. */
  key: readonly Key[]
  handles: readonly F['type'][]
  /** Which rows an event concerns. */
  keysOf: (event: Recorded<F>) => readonly Pick<RowOf<Table>, Key>[]
  /** The row after the event; null deletes it. Pure: the same function serves catch-up on read and the browser. */
  apply: (row: RowOf<Table> | null, event: Recorded<F>, key: Pick<RowOf<Table>, Key>) => RowOf<Table> | null
  /**
   * Events after which a row is there, and the same whatever stood before: for them it need not be looked up. Not where
   * other events delete rows.
   */
  overwrites?: readonly F['type'][]
  /** Whom a changed row concerns, as ids; without it the keys of the events. */
  concerns?: (row: RowOf<Table>) => readonly (string | null)[]
  /** Where the events of a row stand, for the audit; without it: anywhere in the log. */
  evidence?: Evidence
}

/**
 * A projection that folds a pure function over rows: it loads the rows that a batch concerns with one statement, folds
 * in memory, and writes those that changed with one statement more. Any split into batches gives the same rows.
 */
export function rowProjection<Table extends PgTable, Key extends keyof RowOf<Table> & string, F extends Fact>(
  definition: RowProjection<Table, Key, F>,
): Projection {
  const rows = rowStore<Table, Key>(definition.table, definition.key)
  const { overwrites = [] } = definition

  /** Those of the rows whose first event has to know what stood before. */
  function keysToLookUp(events: readonly Recorded<F>[]): Pick<RowOf<Table>, Key>[] {
    const met = new Set<string>()
    const isFirst = (id: string) => met.size < met.add(id).size
    return events.flatMap((event) =>
      definition.keysOf(event).filter((key) => isFirst(rows.idOf(key)) && !overwrites.includes(event.type)),
    )
  }

  return {
    name: definition.name,
    version: definition.version,
    settings: definition.settings,
    isRelaxed: definition.isRelaxed,
    commutes: definition.commutes,
    foldsInMemory: true,
    handles: definition.handles,
    tables: [rows.name],
    audit: auditOf(definition),
    apply: async (tx, events) => {
      const typed = events as readonly Recorded<F>[]
      const before = await rows.load(tx, keysToLookUp(typed))
      const after = new Map(before)
      for (const event of typed) {
        for (const key of definition.keysOf(event)) {
          const id = rows.idOf(key)
          after.set(id, definition.apply(after.get(id) ?? null, event, key))
        }
      }
      const written = rows.save(tx, before, after)
      // Whoever fails meanwhile does not wait for it.
      written.catch(() => {})
      if (memoryOf(tx)) return { touched: [], written }
      const all = [...before.values(), ...after.values()]
      return { touched: definition.concerns && idsOf(definition.concerns, all), written }
    },
  }
}

/** A part is a row, and what is known of it is the row itself. */
function auditOf<Table extends PgTable, Key extends keyof RowOf<Table> & string, F extends Fact>(
  definition: RowProjection<Table, Key, F>,
) {
  const { table, key, evidence = 'log', keysOf, apply } = definition
  const partOf = (row: Pick<RowOf<Table>, Key>) => key.map((property) => String(row[property])).join('|')
  return tableAudit<Table, F, RowOf<Table> | null>({
    table,
    part: key,
    evidence,
    partsOf: (event) => keysOf(event).map(partOf),
    fold(row, event, part) {
      const own = keysOf(event).find((one) => partOf(one) === part)
      return own ? apply(row ?? null, event, own) : (row ?? null)
    },
    rowsOf: (row) => (row ? [row] : []),
  })
}

function idsOf<Row>(concerns: (row: Row) => readonly (string | null)[], rows: readonly (Row | null)[]): string[] {
  return [...new Set(rows.flatMap((row) => (row ? concerns(row) : [])).filter((id) => id !== null))]
}
