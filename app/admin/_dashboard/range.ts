import { dayText } from '@/app/_ui/daily-point'
import { addDays } from '@/server/read/shop-day'
import { addressWith, dayIn, one, type SearchParams } from '../address'

/** A range of business days of the shop, both ends included. */
export type Range = { from: string; to: string }

export const LENGTHS = [7, 30, 90] as const
const USUAL: (typeof LENGTHS)[number] = 30
/** What the figures can be asked for at once. */
const MOST_DAYS = 3650

export type Chosen = {
  range: Range
  /** One of the usual lengths that end today, or a range of one's own. */
  days: (typeof LENGTHS)[number] | 'own'
}

/** The range that an address asks for; the last 30 days, where it asks for none. No range reaches beyond today. */
export function parseRange(params: SearchParams, today: string): Chosen {
  const [a, b] = [dayIn(params.from), dayIn(params.to)]
  if (a && b) return { range: ownRange(a, b, today), days: 'own' }
  const days = LENGTHS.find((each) => String(each) === one(params.days)) ?? USUAL
  return { range: { from: addDays(today, 1 - days), to: today }, days }
}

function ownRange(a: string, b: string, today: string): Range {
  const to = earlierOf(laterOf(a, b), today)
  const from = laterOf(earlierOf(a, b), addDays(to, 1 - MOST_DAYS))
  return { from: earlierOf(from, to), to }
}

const earlierOf = (...days: [string, string]): string => days.toSorted()[0] ?? days[0]
const laterOf = (...days: [string, string]): string => days.toSorted()[1] ?? days[1]

/** As many days, up to the day before the range begins. */
export function rangeBefore(range: Range): Range {
  return { from: addDays(range.from, -daysIn(range)), to: addDays(range.from, -1) }
}

export function daysIn({ from, to }: Range): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

/** "1 March 2026 to 31 March 2026", and a single day once. */
export function rangeText({ from, to }: Range): string {
  return from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`
}

/** The address of the dashboard for one of the usual lengths. */
export function lengthPath(days: (typeof LENGTHS)[number]): string {
  return addressWith('/admin', { days: days === USUAL ? undefined : days })
}

/** The address of the dashboard for a range of one's own. */
export function ownRangePath({ from, to }: Range): string {
  return addressWith('/admin', { from, to })
}
