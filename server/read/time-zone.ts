import { eq } from 'drizzle-orm'
import { checkpoint } from '@/db/read/schema'
import type { Db } from '@/server/engine/drizzle'

/** The time zone whose days a projection's rows are made for, as the projection itself noted it. */
export async function readTimeZone(db: Db, projection: string): Promise<string> {
  const [row] = await db
    .select({ timeZone: checkpoint.settings })
    .from(checkpoint)
    .where(eq(checkpoint.name, projection))
  return row?.timeZone || 'UTC'
}
