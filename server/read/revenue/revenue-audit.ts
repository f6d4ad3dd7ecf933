import { revenueDay, revenueShopper } from '@/db/read/revenue'
import type { Audit } from '@/server/engine/projections/audit'
import { severalAudits } from '@/server/engine/projections/several-audits'
import { tableAudit } from '@/server/engine/rows/table-audit'
import { returningAudit } from './returning-audit'
import { changeOf, type RevenueEvent } from './revenue-change'
import { countBought, type ShopperDays } from './shopper-days'

type Sums = Pick<ReturnType<typeof changeOf>, 'orders' | 'gross' | 'refunds' | 'refundCount'>
/** `bought`: how many orders of the day each shopper has that were not cancelled. */
type Day = Sums & { bought: Record<string, number> }

/** Days with their sums, shoppers with the days on which they bought, and days with those who bought again on them. */
export const revenueAudit = (timeZone: string): Audit =>
  severalAudits({
    day: dayAudit(timeZone),
    shopper: shopperAudit(timeZone),
    returned: returningAudit(timeZone),
  })

const emptyDay = (): Day => ({ orders: 0, gross: 0, refunds: 0, refundCount: 0, bought: {} })

const dayAudit = (timeZone: string) =>
  tableAudit<typeof revenueDay, RevenueEvent, Day>({
    table: revenueDay,
    part: ['day'],
    evidence: 'log',
    partsOf: (event) => [changeOf(event, timeZone).day],
    fold(day = emptyDay(), event) {
      const { orders, gross, refunds, refundCount, shopperId } = changeOf(event, timeZone)
      day.orders += orders
      day.gross += gross
      day.refunds += refunds
      day.refundCount += refundCount
      if (shopperId !== null) countBought(day.bought, shopperId, orders)
      return day
    },
    rowsOf({ bought, ...sums }, day) {
      const customers = Object.keys(bought).length
      return Object.values(sums).some((sum) => sum !== 0) || customers > 0 ? [{ day, ...sums, customers }] : []
    },
  })

const shopperAudit = (timeZone: string) =>
  tableAudit<typeof revenueShopper, RevenueEvent, ShopperDays>({
    table: revenueShopper,
    part: ['shopperId'],
    evidence: 'log',
    partsOf(event) {
      const { shopperId } = changeOf(event, timeZone)
      return shopperId === null ? [] : [shopperId]
    },
    fold(days = {}, event) {
      const { day, orders } = changeOf(event, timeZone)
      return countBought(days, day, orders)
    },
    rowsOf: (days, shopperId) => (Object.keys(days).length > 0 ? [{ shopperId, days }] : []),
  })
