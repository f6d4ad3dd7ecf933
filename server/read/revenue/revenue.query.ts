import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { revenueDay, revenueReturning } from '@/db/read/revenue'
import { staff } from '@/server/actor'
import type { Db } from '@/server/engine/database/drizzle'
import { defineQuery } from '@/server/engine/queries/query'
import { dayRange } from '../day-range'
import { daysFrom } from '../shop-day'
import { timeZoneOf } from '../time-zone'
import { applyToRevenue, figuresOf, type RevenueSums, type RevenueView } from './revenue.view'
import { REVENUE_EVENTS, type RevenueEvent } from './revenue-change'

type Range = z.output<typeof dayRange>
/** `firstTimers` are those of the day's customers who had not bought in the range before. */
type DayRow = RevenueSums & { day: string; firstTimers: number }

/** What was earned from one day to another, per day and in total. */
export const getRevenue = defineQuery<Range, RevenueView, RevenueEvent>({
  name: 'getRevenue',
  projection: 'revenue',
  input: dayRange,
  handles: REVENUE_EVENTS,
  permits: staff,
  read: async (db, range, _actor, standing) => {
    const [rows, timeZone] = await Promise.all([readDays(db, range), timeZoneOf(standing)])
    return toView(range, timeZone, rows)
  },
  apply: (view, event) => applyToRevenue(view, event),
})

/**
 * A shopper's first day in the range is the one before which they bought last before the range. Of the two ways to count
 * those days, the one that reads fewer rows: a day's customers less those who had bought in the range already, or those
 * who had bought last before it.
 */
async function readDays(db: Db, { from, to }: Range): Promise<DayRow[]> {
  return db.execute<DayRow>(sql`
    select d.day, d.gross, d.refunds, d.orders, d.customers as "uniqueCustomers",
      case when isShort.value then d.customers - (
        select coalesce(sum(r.shoppers), 0) from ${revenueReturning} r
        where r.day = d.day and r.previous_day >= ${from}::date)
      else (
        select coalesce(sum(r.shoppers), 0) from ${revenueReturning} r
        where r.day = d.day and r.previous_day < ${from}::date)
      end as "firstTimers"
    from ${revenueDay} d,
      (select ${to}::date - ${from}::date < ${from}::date - min(day) as value from ${revenueDay}) isShort
    where d.day between ${from}::date and ${to}::date`)
}

function toView({ from, to }: Range, timeZone: string, rows: DayRow[]): RevenueView {
  const known = new Map(rows.map((row) => [row.day, row]))
  const days = daysFrom(from, to).map((day) => ({ day, ...figuresOf(known.get(day) ?? NOTHING) }))
  const sum = (of: (row: DayRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const total = figuresOf({
    gross: sum(({ gross }) => gross),
    refunds: sum(({ refunds }) => refunds),
    orders: sum(({ orders }) => orders),
    uniqueCustomers: sum(({ firstTimers }) => firstTimers),
  })
  return { from, to, timeZone, days, total }
}

const NOTHING: RevenueSums = { gross: 0, refunds: 0, orders: 0, uniqueCustomers: 0 }
