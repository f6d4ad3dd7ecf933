import { TZDate } from '@date-fns/tz'
import { addressWith, one, type SearchParams } from '../address'

/** Up to which event, or up to which moment (ISO 8601 UTC), a life is looked at; neither means now. */
export type AskedMoment = { position?: number; at?: string; local?: string }

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/** What an address asks for: `position` of an event, or `moment` on the shop's clocks, its whole minute included. */
export function parseAskedMoment(params: SearchParams, timeZone: string): AskedMoment {
  const position = Number(one(params.position))
  if (Number.isSafeInteger(position) && position > 0) return { position }
  const local = one(params.moment)
  const parts = LOCAL.exec(local)?.slice(1).map(Number)
  if (!parts) return {}
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts
  const moment = new TZDate(year, month - 1, day, hour, minute, 59, 999, timeZone)
  return Number.isNaN(moment.getTime()) ? {} : { at: new Date(moment.getTime()).toISOString(), local }
}

/** The address of the same life as it stood after an event; on a phone it is further up. */
export const momentPath = (path: string, position: number) => `${addressWith(path, { position })}#${STANDING_ID}`

/** Where a page shows how its thing stood. */
export const STANDING_ID = 'as-it-stood'
