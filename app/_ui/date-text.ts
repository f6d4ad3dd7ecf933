import { LOCALE } from './money-text'

/**
 * `dateTime` "4 March 2026, 14:05" · `date` "4 March 2026" · `day` "Wednesday 4 March" · `time` "14:05", and for columns,
 * which are narrow: `shortDateTime` "4 Mar 2026, 14:05" · `shortDate` "4 Mar 2026"
 */
export type DateForm = 'dateTime' | 'date' | 'day' | 'time' | 'shortDateTime' | 'shortDate'

/** As many letters as tell the months apart. The language data cuts some longer, and not always the same. */
const SHORT_MONTH = 3

const formats = new Map<string, Intl.DateTimeFormat>()

function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${Object.keys(options).join()}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE, { timeZone, ...options })
  formats.set(key, known)
  return known
}

/**
 * Writes a moment out. Put together from single parts: what stands between them differs from one version of the
 * language data to the next, and server and browser have to say the same.
 */
export function dateText(moment: Date, timeZone: string, form: DateForm): string {
  const part = (options: Intl.DateTimeFormatOptions) => format(timeZone, options).format(moment)
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (form === 'time') return time
  const isShort = form === 'shortDate' || form === 'shortDateTime'
  const month = part({ month: 'long' }).slice(0, isShort ? SHORT_MONTH : undefined)
  const dayAndMonth = `${part({ day: 'numeric' })} ${month}`
  if (form === 'day') return `${part({ weekday: 'long' })} ${dayAndMonth}`
  const date = `${dayAndMonth} ${part({ year: 'numeric' })}`
  return form === 'date' || form === 'shortDate' ? date : `${date}, ${time}`
}
