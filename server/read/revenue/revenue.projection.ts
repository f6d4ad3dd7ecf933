import { revenueDay, revenueReturning, revenueShopper } from '@/db/read/revenue'
import { defineProjection } from '@/server/engine/projections/projection'
import { rowStore } from '@/server/engine/rows/row-store'
import { sumStore } from '@/server/engine/rows/sum-store'
import { revenueAudit } from './revenue-audit'
import { changeOf, REVENUE_EVENTS, type RevenueEvent } from './revenue-change'
import { countBuyers } from './shopper-days'

const days = sumStore<typeof revenueDay, 'day'>(revenueDay, ['day'])
const shoppers = rowStore<typeof revenueShopper, 'shopperId'>(revenueShopper, ['shopperId'])
const returning = sumStore<typeof revenueReturning, 'day' | 'previousDay'>(revenueReturning, ['day', 'previousDay'])

export const revenueProjection = ({ timeZone }: { timeZone: string }) =>
  defineProjection<RevenueEvent>({
    name: 'revenue',
    version: 1,
    isRelaxed: true,
    foldsInMemory: true,
    isImpersonal: true,
    commutes: true,
    settings: timeZone,
    handles: REVENUE_EVENTS,
    tables: [days.name, shoppers.name, returning.name],
    audit: revenueAudit(timeZone),
    apply: async (tx, events) => {
      const changes = events.map((event) => changeOf(event, timeZone))
      const buyers = changes.flatMap(({ shopperId }) => (shopperId === null ? [] : [{ shopperId }]))
      const before = await shoppers.load(tx, buyers)
      const { after, returned } = countBuyers(before, changes)
      await shoppers.save(tx, before, after)
      await returning.add(tx, returned)
      await days.add(tx, [...changes, ...returned.map(({ day, shoppers }) => ({ day, customers: shoppers }))])
    },
  })
