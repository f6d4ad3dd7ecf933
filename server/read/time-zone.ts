import type { Standing } from '@/server/engine/queries/query'

/** The time zone whose days a projection's rows are made for, as the projection itself noted it. */
export async function timeZoneOf({ settings }: Standing): Promise<string> {
  return (await settings) || 'UTC'
}
