import { bigint, jsonb, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Refused } from '@/server/engine/audit/findings'
import { read } from './schema'

/** Parts of a projection (a row, a product, a day) whose rows are not what the log makes of them (server/engine/projections/audit.ts). */
export const auditFinding = read.table(
  'audit_finding',
  {
    reader: text().notNull(),
    part: text().notNull(),
    drifts: jsonb().notNull(),
    /** Why it was not made anew when somebody wished for that last. */
    refused: text().$type<Refused>(),
    foundAt: timestamp('found_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    seenAt: timestamp('seen_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.reader, table.part] })],
)

/** How many parts of a projection were audited, and when the last of them was. */
export const auditStanding = read.table('audit_standing', {
  reader: text().primaryKey(),
  checked: bigint({ mode: 'number' }).notNull(),
  auditedAt: timestamp('audited_at', { withTimezone: true, mode: 'string' }),
})
