const formats = new Map<string, Intl.DateTimeFormat>()

/** The day, `YYYY-MM-DD`, that clocks in the time zone show at an instant: the shop's business day. */
export function dayOf(instant: string, timeZone: string): string {
  return formatFor(timeZone).format(Date.parse(instant))
}

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
