import { desc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { activity } from '@/db/read/activity'
import { staff } from '@/server/actor'
import { defineQuery } from '@/server/engine/queries/query'
import {
  ACTIVITY_EVENTS,
  type ActivityCursor,
  type ActivityEntry,
  type ActivityEvent,
  type ActivityView,
  applyToActivity,
} from './activity.view'

/** What happened in the shop, latest first. An imported history stands where it happened. */
export const listActivity = defineQuery<{ limit: number; before?: ActivityCursor }, ActivityView, ActivityEvent>({
  name: 'listActivity',
  projection: 'activity',
  input: z.object({
    limit: z.int().min(1).max(100).default(20),
    before: z.object({ at: z.iso.datetime(), position: z.int() }).optional(),
  }),
  handles: ACTIVITY_EVENTS,
  permits: staff,
  read: async (db, { limit, before }) => {
    const rows = await db
      .select()
      .from(activity)
      .where(before ? sql`(${activity.at}, ${activity.position}) < (${before.at}, ${before.position})` : undefined)
      .orderBy(desc(activity.at), desc(activity.position))
      .limit(limit + 1)
    const entries = rows.slice(0, limit) as ActivityEntry[]
    const last = entries.at(-1)
    const next = rows.length > limit && last ? { at: last.at, position: last.position } : null
    return { entries, next }
  },
  apply: (view, event, request) => applyToActivity(view, event, request),
})
