import { bigint, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Of a key that a reader of the log failed at: the same for projections and for policies. */
export const parkedKeyColumns = () => ({
  reader: text().notNull(),
  key: uuid().notNull(),
  position: bigint({ mode: 'number' }).notNull(),
  type: text().notNull(),
  reason: text().notNull(),
  attempts: integer().notNull(),
  nextTryAt: timestamp('next_try_at', { withTimezone: true, mode: 'string' }),
  parkedAt: timestamp('parked_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
})
