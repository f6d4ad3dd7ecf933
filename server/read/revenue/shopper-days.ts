import type { RevenueChange } from './revenue-change'

/** On which days a shopper bought, and how many orders on each. */
export type ShopperDays = Record<string, number>
export type Shoppers = Map<string, { shopperId: string; days: ShopperDays } | null>

/** So many shoppers more (or fewer) who bought on `day` and had bought last on `previousDay`. */
export type ReturningChange = { day: string; previousDay: string; shoppers: 1 | -1 }

/** The previous day of a shopper's first. */
const NEVER = '-infinity'

/** The shoppers after these orders and cancellations, and what that means for who returned when. */
export function countBuyers(
  before: Shoppers,
  changes: readonly Pick<RevenueChange, 'shopperId' | 'day' | 'orders'>[],
): { after: Shoppers; returned: ReturningChange[] } {
  const after: Shoppers = new Map(before)
  const returned: ReturningChange[] = []
  for (const { shopperId, day, orders } of changes) {
    if (shopperId === null) continue
    const counted = countOrder(after.get(shopperId)?.days ?? {}, day, orders)
    const hasDays = Object.keys(counted.days).length > 0
    after.set(shopperId, hasDays ? { shopperId, days: counted.days } : null)
    returned.push(...counted.returned)
  }
  return { after, returned }
}

/**
 * Orders may come in any order, imports of old ones after new ones: a day put between two others becomes the later one's
 * previous day, and a day that goes leaves the later one its own.
 */
function countOrder(
  days: ShopperDays,
  day: string,
  orders: number,
): { days: ShopperDays; returned: ReturningChange[] } {
  const { [day]: known = 0, ...others } = days
  const count = known + orders
  const after = count > 0 ? { ...others, [day]: count } : others
  const sign = Math.sign(count) - Math.sign(known)
  return { days: after, returned: sign === 0 ? [] : returnedAround(Object.keys(others), day, sign > 0 ? 1 : -1) }
}

function returnedAround(others: string[], day: string, sign: 1 | -1): ReturningChange[] {
  const previousDay = previousDayOf(others, day)
  const next = others.reduce((first, other) => (other > day && (!first || other < first) ? other : first), '')
  const own: ReturningChange = { day, previousDay, shoppers: sign }
  if (!next) return [own]
  const former: ReturningChange = { day: next, previousDay, shoppers: sign === 1 ? -1 : 1 }
  return [own, former, { day: next, previousDay: day, shoppers: sign }]
}

/** The latest of these days that lies before the day. */
export function previousDayOf(days: readonly string[], day: string): string {
  return days.reduce((latest, other) => (other < day && other > latest ? other : latest), '') || NEVER
}

/** Adds to a count, which is none where it is zero. For whoever folds with a memory of their own: changes what it is given. */
export function countBought(counts: Record<string, number>, of: string, orders: number): Record<string, number> {
  const count = (counts[of] ?? 0) + orders
  if (count > 0) counts[of] = count
  else delete counts[of]
  return counts
}
