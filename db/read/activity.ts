import { bigint, index, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ActivityEntry } from '@/server/read/activity/activity.view'
import { read } from './schema'

/** What happened in the shop, in a line each. Sorted by when it happened: an imported history came later into the log. */
export const activity = read.table(
  'activity',
  {
    position: bigint({ mode: 'number' }).primaryKey(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    type: text().$type<ActivityEntry['type']>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    details: jsonb().$type<ActivityEntry['details']>().notNull(),
  },
  (table) => [index('activity_at').on(table.at, table.position)],
)
