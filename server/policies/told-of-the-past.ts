import type { Recorded } from '@/server/engine/event'
import type { Sql } from '@/server/engine/postgres'

const LATEST_MS = 24 * 60 * 60_000

/**
 * Whether an event was entered into the log as something that had happened before, as imports and demos do, or is so old
 * that a letter about it would only be strange: to be remembered, and not to be acted on.
 */
export async function isToldOfThePast(sql: Sql, { at, position }: Recorded, now = Date.now()): Promise<boolean> {
  if (now - Date.parse(at) > LATEST_MS) return true
  const rows = await sql`
    select from write.event where position = ${position} and recorded_at - at > interval '1 minute'`
  return rows.length > 0
}
