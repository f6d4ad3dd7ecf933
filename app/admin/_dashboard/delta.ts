import type { Delta } from '@/app/_ui/tile'

/** How a figure stands to the one of the days before, in words. */
export function deltaOf(now: number, before: number, days: number): Delta {
  const then = days === 1 ? 'the day before' : `the ${days} days before`
  if (now === before) return { direction: 'level', text: `As in ${then}` }
  const direction = now > before ? 'up' : 'down'
  // Of nothing, or of a loss, there is no percentage.
  if (before <= 0) return { direction, text: before === 0 ? `None in ${then}` : `Less than none in ${then}` }
  return {
    direction,
    text: `${percentText(Math.abs(now - before) / before)} ${now > before ? 'more' : 'less'} than ${then}`,
  }
}

/** "0.4%", "12%", "340%": one decimal where it tells something. */
function percentText(share: number): string {
  const percent = share * 100
  return `${percent < 9.95 ? percent.toFixed(1) : Math.round(percent).toLocaleString('en-GB')}%`
}
