import { revenueReturning } from '@/db/read/revenue'
import type { TransactionSql } from '@/server/engine/database/postgres'
import { tableAudit } from '@/server/engine/rows/table-audit'
import { changeOf, type RevenueEvent } from './revenue-change'
import { countBought, previousDayOf, type ShopperDays } from './shopper-days'

/** Each is about all who bought on it, with all their days: a few at once are enough to hold in memory. */
const MOST_DAYS = 4

/** Of those known to have bought on the day, their days up to it; of others, how often they bought on it. */
type Returned = { known: Map<string, ShopperDays>; others: ShopperDays }

/**
 * A part is a day with all who bought on it, by the day on which they had bought last. Whose days must be gathered is
 * known beforehand from the rows of shoppers, so that nobody has to hold everybody's; all else is taken from the log.
 * Where somebody else bought on the day, because they came meanwhile or their row is wrong, nothing is said of it.
 */
export const returningAudit = (timeZone: string) => {
  const audit = tableAudit<typeof revenueReturning, RevenueEvent, Returned>({
    table: revenueReturning,
    part: ['day'],
    evidence: 'log',
    begin: buyersOf,
    partsOf(event, wanted) {
      const { day, shopperId } = changeOf(event, timeZone)
      if (shopperId === null) return []
      return wanted ? [...wanted].filter((later) => later >= day) : [day]
    },
    fold(state = { known: new Map(), others: {} }, event, part) {
      const { day, orders, shopperId } = changeOf(event, timeZone)
      if (shopperId === null) return state
      const days = state.known.get(shopperId)
      if (days) countBought(days, day, orders)
      else if (day === part) countBought(state.others, shopperId, orders)
      return state
    },
    isSettled: (state) => !state || Object.keys(state.others).length === 0,
    rowsOf: ({ known }, day) => {
      const returned = new Map<string, number>()
      for (const days of known.values()) {
        if (days[day] === undefined) continue
        const previousDay = previousDayOf(Object.keys(days), day)
        returned.set(previousDay, (returned.get(previousDay) ?? 0) + 1)
      }
      return [...returned].map(([previousDay, shoppers]) => ({ day, previousDay, shoppers }))
    },
  })
  const sample: typeof audit.sample = (tx, count) => audit.sample(tx, Math.min(count, MOST_DAYS))
  return { ...audit, sample }
}

async function buyersOf(tx: TransactionSql, days: readonly string[]): Promise<Map<string, Returned>> {
  const bought = await tx<{ shopperId: string; day: string }[]>`
    select shopper_id as "shopperId", day from revenue_shopper, jsonb_object_keys(days) as day
    where day = any(${days as string[]})`
  const states = new Map<string, Returned>(days.map((day) => [day, { known: new Map(), others: {} }]))
  for (const { shopperId, day } of bought) states.get(day)?.known.set(shopperId, {})
  return states
}
