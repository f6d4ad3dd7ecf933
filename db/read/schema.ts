import { bigint, customType, integer, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { parkedKeyColumns } from '../parked-key-columns'

/** What screens read: denormalised, written by projections alone, rebuilt from the log at any time. */
export const read = pgSchema('read')

const snapshot = customType<{ data: string }>({ dataType: () => 'pg_snapshot' })

/** The high-water mark of each projection: the snapshot of the log that its rows contain (docs/decisions/0002). */
export const checkpoint = read.table('checkpoint', {
  name: text().primaryKey(),
  version: integer().notNull(),
  settings: text().notNull().default(''),
  epoch: uuid().notNull(),
  snapshot: snapshot().notNull(),
  target: snapshot(),
  reached: bigint({ mode: 'number' }).notNull().default(0),
  counter: bigint({ mode: 'number' }).notNull().default(0),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
})

/** Keys at one of whose events a projection failed: see server/engine/parking/parked.ts. */
export const parkedKey = read.table('parked_key', parkedKeyColumns(), (table) => [
  primaryKey({ columns: [table.reader, table.key] }),
])
