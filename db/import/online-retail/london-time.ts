import { TZDate } from '@date-fns/tz'

const LOCAL_TIME = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/
const HOUR_MS = 3_600_000

/** Where the history was written; the file's times are what the clock on the wall of that office showed. */
const ZONE = 'Europe/London'

/**
 * Reads `2011-07-01 12:00:00` as British local time. A time that the clock skips in spring is taken an hour later; of one
 * that comes twice in autumn, the second. Null: not a time of the calendar.
 */
export function parseLondonTime(text: string): Date | null {
  const match = LOCAL_TIME.exec(text)
  if (match === null) return null
  const asUtc = Date.UTC(
    Number(match[1]),
    Number(match[2]) - 1,
    Number(match[3]),
    Number(match[4]),
    Number(match[5]),
    Number(match[6]),
  )
  // Date.UTC turns 30 February into 2 March.
  if (new Date(asUtc).toISOString().slice(0, 19) !== text.replace(' ', 'T')) return null
  return new Date(asUtc - offsetAt(Math.floor(asUtc / HOUR_MS)))
}

/** Asking the time zone is slow and it moves at full hours only, so each hour of the file is asked once. */
const offsets = new Map<number, number>()

function offsetAt(localHour: number): number {
  const known = offsets.get(localHour)
  if (known !== undefined) return known
  const local = new Date(localHour * HOUR_MS)
  const zoned = new TZDate(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), local.getUTCHours(), ZONE)
  const offset = local.getTime() - zoned.getTime()
  offsets.set(localHour, offset)
  return offset
}
