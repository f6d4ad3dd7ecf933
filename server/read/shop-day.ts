const formats = new Map<string, Intl.DateTimeFormat>()

/** The day, `YYYY-MM-DD`, that clocks in the time zone show at an instant: the shop's business day. */
export function dayOf(instant: string, timeZone: string): string {
  const ms = Date.parse(instant)
  const quarter = Math.floor(ms / QUARTER_OF_AN_HOUR)
  if (quarter !== latest.quarter || timeZone !== latest.timeZone)
    latest = { quarter, timeZone, day: formatFor(timeZone).format(ms) }
  return latest.day
}

/** Clocks are put forward and back, and days begin, at full quarters of an hour: what comes next is often in the same. */
const QUARTER_OF_AN_HOUR = 900_000
let latest = { quarter: Number.NaN, timeZone: '', day: '' }

/** Making a format costs a thousand times what using it does. `en-CA` writes dates as ISO 8601 does. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return format
}

/** The day so many days later; earlier where the number is negative. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Every day from the first to the last, both included. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
