import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { parkedKeyColumns } from '../parked-key-columns'
import { write } from './schema'

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })
const snapshot = customType<{ data: string }>({ dataType: () => 'pg_snapshot' })
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/**
 * The append-only log. `position` comes from a sequence with CACHE 1, taken after the row locks of the command,
 * so it orders the events inside a stream; `xid` says which snapshots can see the event (docs/decisions/0002).
 */
export const event = write.table(
  'event',
  {
    position: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity({ cache: 1 }),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    stream: text().notNull(),
    key: uuid().notNull(),
    type: text().notNull(),
    shape: smallint().notNull(),
    data: jsonb().notNull(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id').notNull(),
    commandId: uuid('command_id').notNull(),
  },
  (table) => [index('event_xid').on(table.xid), index('event_stream').on(table.stream, table.key, table.position)],
)

/**
 * One row: the identity of this log. xids mean nothing in a restored copy, which therefore gets a new epoch. `xid` is the
 * transaction that wrote the row, which PostgreSQL knows too, and `cluster` is the server that it was on: a copy says
 * something else than what it is, and so is found out (docs/decisions/0038).
 */
export const logEpoch = write.table('log_epoch', {
  epoch: uuid().primaryKey().defaultRandom(),
  xid: xid8(),
  cluster: text(),
})

/** What was answered to each command id, so that a command sent again is answered again, and not carried out again. */
export const commandLedger = write.table('command_ledger', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  fingerprint: text().notNull(),
  answer: jsonb().notNull(),
  xid: xid8().notNull().default(sql`pg_current_xact_id()`),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
})

/** A key per person: what the log says of them can be read while the key exists, and by nobody after. */
export const subjectKey = write.table('subject_key', {
  subject: uuid().primaryKey(),
  key: bytea().notNull(),
})

/** Where each policy stands in the log. Same shape as `read.checkpoint`. */
export const policyCheckpoint = write.table('policy_checkpoint', {
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

/** Keys at one of whose events a policy failed. Same shape as `read.parked_key`. */
export const policyParkedKey = write.table('parked_key', parkedKeyColumns(), (table) => [
  primaryKey({ columns: [table.reader, table.key] }),
])
