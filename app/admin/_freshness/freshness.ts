import type { ProjectionStatusView } from '@/server/read/projection-status/projection-status.view'

export type Freshness = { tone: 'done' | 'pending' | 'attention'; text: string; detail: string }

/** From here on somebody should look whether the worker runs. */
const TOO_LATE_MS = 60_000
/** How far the log is counted. */
const MOST_COUNTED = 10_000

/** How far the figures are behind what has happened, in words. */
export function freshnessOf({ projections, lagMs }: ProjectionStatusView): Freshness {
  const behind = Math.max(0, ...projections.map((one) => one.behind))
  if (behind === 0) return { tone: 'done', text: 'Up to date', detail: 'Everything that happened is in the figures.' }
  const waiting = `${eventsText(behind)} ${behind === 1 ? 'is' : 'are'} not in the figures yet.`
  const tone = lagMs >= TOO_LATE_MS ? 'attention' : 'pending'
  const advice = tone === 'attention' ? ' See whether the worker is running.' : ''
  return { tone, text: `${lagText(lagMs)} behind`, detail: waiting + advice }
}

/** "less than a second", "12 seconds", "4 minutes", "3 hours". */
export function lagText(ms: number): string {
  if (ms < 1000) return 'Less than a second'
  const [size, one] = UNITS.find(([from]) => ms >= from) ?? [1000, 'second']
  const count = Math.floor(ms / size)
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

const UNITS = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
] as const

export function eventsText(behind: number): string {
  if (behind >= MOST_COUNTED) return `${MOST_COUNTED.toLocaleString('en-GB')} events or more`
  return `${behind.toLocaleString('en-GB')} ${behind === 1 ? 'event' : 'events'}`
}
