import { bigint, boolean, integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core'
import type { Comparison } from '@/server/engine/rebuilding/compare'
import type { KeptState, KeptWish, RebuildState, RebuildWish } from '@/server/engine/rebuilding/rebuild-row'
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
  /** Since when the rows that stood before it are kept; null where none are. */
  keptSince: timestamp('kept_since', { withTimezone: true, mode: 'string' }),
  /** What is wished of those, and what became of the last such wish. */
  keptWish: text('kept_wish').$type<KeptWish>(),
  keptState: text('kept_state').$type<KeptState>(),
  keptFailure: text('kept_failure'),
  /** Which table the wish is about, wherever it stands by now: so nobody who begins again returns from where it went. */
  keptTable: bigint('kept_table', { mode: 'number' }),
  keptEndedAt: timestamp('kept_ended_at', { withTimezone: true, mode: 'string' }),
})
