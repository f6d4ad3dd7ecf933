import { bigint, boolean, integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core'
import type { Comparison } from '@/server/engine/rebuilding/compare'
import type { RebuildState, RebuildWish } from '@/server/engine/rebuilding/rebuild-row'
import { read } from './schema'

/** What was wished of a projection's rebuild, and how far it is; the last one stays to be looked at. */
export const rebuild = read.table('rebuild', {
  name: text().primaryKey(),
  made: text().notNull(),
  wish: text().$type<RebuildWish>().notNull(),
  state: text().$type<RebuildState>().notNull(),
  /** The projections that serve the shop are late, and go first. */
  resting: boolean().notNull().default(false),
  /** Positions of the log: how far the new rows are, and where its end was. */
  reached: bigint({ mode: 'number' }).notNull().default(0),
  last: bigint({ mode: 'number' }).notNull().default(0),
  perSecond: integer('per_second').notNull().default(0),
  compared: jsonb().$type<Comparison[]>(),
  failure: text(),
  askedAt: timestamp('asked_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  /** When whoever works on it was last heard of. */
  workedAt: timestamp('worked_at', { withTimezone: true, mode: 'string' }),
  endedAt: timestamp('ended_at', { withTimezone: true, mode: 'string' }),
})
