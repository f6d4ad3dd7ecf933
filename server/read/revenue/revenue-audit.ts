import { revenueDay } from '@/db/read/revenue'
import { tableAudit } from '@/server/engine/audit/table'
import { changeOf, type RevenueEvent } from './revenue-change'

type Sums = Pick<ReturnType<typeof changeOf>, 'orders' | 'gross' | 'refunds' | 'refundCount'>
/** `bought`: how many orders of the day each shopper has that were not cancelled. */
type Day = Sums & { bought: Map<string, number> }

const emptyDay = (): Day => ({ orders: 0, gross: 0, refunds: 0, refundCount: 0, bought: new Map() })

/**
 * A part is a day. Not audited: the days of a shopper and who returned when, of which each depends on the whole life of
 * all shoppers of the day; a rebuild compares them.
 */
export const revenueAudit = (timeZone: string) =>
  tableAudit<typeof revenueDay, RevenueEvent, Day>({
    table: revenueDay,
    part: ['day'],
    evidence: 'log',
    partsOf: (event) => [changeOf(event, timeZone).day],
    fold(day = emptyDay(), event) {
      const change = changeOf(event, timeZone)
      day.orders += change.orders
      day.gross += change.gross
      day.refunds += change.refunds
      day.refundCount += change.refundCount
      if (change.shopperId !== null) countOrders(day.bought, change.shopperId, change.orders)
      return day
    },
    rowsOf({ bought, ...sums }, day) {
      const row = { day, ...sums, customers: bought.size }
      return Object.values(sums).some((sum) => sum !== 0) || bought.size > 0 ? [row] : []
    },
  })

function countOrders(bought: Map<string, number>, shopperId: string, orders: number): void {
  const count = (bought.get(shopperId) ?? 0) + orders
  if (count > 0) bought.set(shopperId, count)
  else bought.delete(shopperId)
}
