import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cancelled, placed, refunded } from '../testing'
import { applyToRevenue, figuresOf, type RevenueView } from './revenue.view'
import { changeOf } from './revenue-change'
import { countBuyers, type ShopperDays } from './shopper-days'

const London = 'Europe/London'
const late = '2026-05-04T23:30:00.000Z'

describe('what an event adds', () => {
  it('counts an order on the day that London’s clocks showed', () => {
    expect(changeOf(placed(1, {}, late), London)).toMatchObject({ day: '2026-05-05', orders: 1, gross: 4500 })
  })

  it('takes a cancelled order out of the day it was placed on', () => {
    const change = changeOf(cancelled(placed(1, {}, late), '2026-05-20T10:00:00.000Z'), London)
    expect(change).toMatchObject({ day: '2026-05-05', orders: -1, gross: -4500 })
  })

  it('leaves a cancelled order that refunds paid back where it was sold, as one that was sent and paid back', () => {
    const change = changeOf(cancelled(placed(1, {}, late), '2026-05-20T10:00:00.000Z', 0), London)
    expect(change).toMatchObject({ day: '2026-05-05', orders: 0, gross: 0, refunds: 0 })
  })

  it('counts a refund on its own day, and nobody as a customer by it', () => {
    const change = changeOf(refunded(1, 500, {}, '2026-06-01T10:00:00.000Z'), London)
    expect(change).toMatchObject({ day: '2026-06-01', orders: 0, gross: 0, refunds: 500, shopperId: null })
  })
})

describe('an answer that has to catch up', () => {
  const nothing = figuresOf({ gross: 0, refunds: 0, orders: 0, uniqueCustomers: 0 })
  const days = ['2026-05-04', '2026-05-05'].map((day) => ({ day, ...nothing }))
  const view: RevenueView = { from: '2026-05-04', to: '2026-05-05', timeZone: London, days, total: nothing }

  it('shows the money at once, and leaves the customers to the table', () => {
    const after = [placed(1, {}, late), placed(2, {}, late), refunded(1, 500, {}, late)].reduce(applyToRevenue, view)
    const figures = { gross: 9000, refunds: 500, net: 8500, orders: 2, averageOrderValue: 4500, uniqueCustomers: 0 }
    expect(after.days).toEqual([days[0], { day: '2026-05-05', ...figures }])
    expect(after.total).toEqual(figures)
  })

  it('leaves out what happened on other days', () => {
    expect(applyToRevenue(view, placed(1, {}, '2026-05-06T10:00:00.000Z'))).toBe(view)
  })
})

describe('unique customers', () => {
  const dayNames = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06']
  const purchase = fc.record({ shopperId: fc.constantFrom('a', 'b', 'c'), day: fc.constantFrom(...dayNames) })
  const plan = fc.array(fc.record({ purchase, isCancelledLater: fc.boolean() }), { maxLength: 30 })

  /** Sums up who returned when, as the table does. */
  function returned(changes: readonly { shopperId: string | null; day: string; orders: number }[]) {
    const sums = new Map<string, number>()
    const { after, returned } = countBuyers(new Map(), changes)
    for (const { day, previousDay, shoppers } of returned) {
      sums.set(`${day}|${previousDay}`, (sums.get(`${day}|${previousDay}`) ?? 0) + shoppers)
    }
    return { after, sums: [...sums].filter(([, shoppers]) => shoppers !== 0).sort() }
  }

  it('of any range are exactly those who bought in it, in whatever order orders and cancellations came', () => {
    fc.assert(
      fc.property(plan, (plans) => {
        const changes = plans.flatMap(({ purchase, isCancelledLater }) => [
          { ...purchase, orders: 1 },
          ...(isCancelledLater ? [{ ...purchase, orders: -1 }] : []),
        ])
        const { sums } = returned(changes)
        const kept = plans.filter(({ isCancelledLater }) => !isCancelledLater).map(({ purchase }) => purchase)
        for (const from of dayNames) {
          for (const to of dayNames.filter((day) => day >= from)) {
            const buyers = new Set(kept.filter(({ day }) => day >= from && day <= to).map(({ shopperId }) => shopperId))
            const counted = sums
              .map(([key, shoppers]) => ({ day: key.slice(0, 10), previousDay: key.slice(11), shoppers }))
              .filter(
                ({ day, previousDay }) => day >= from && day <= to && (previousDay[0] === '-' || previousDay < from),
              )
              .reduce((sum, { shoppers }) => sum + shoppers, 0)
            expect(counted).toBe(buyers.size)
          }
        }
      }),
    )
  })

  it('stand in the same rows whatever order the orders came in', () => {
    const orders = fc.array(purchase, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        orders.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const rows = (purchases: typeof list) => returned(purchases.map((one) => ({ ...one, orders: 1 })))
          const sorted = (days: Map<string, { days: ShopperDays } | null>) =>
            [...days].map(([id, row]) => [id, Object.entries(row?.days ?? {}).sort()]).sort()
          expect(rows(shuffled).sums).toEqual(rows(list).sums)
          expect(sorted(rows(shuffled).after)).toEqual(sorted(rows(list).after))
        },
      ),
    )
  })

  it('are not made of orders of which nobody is known', () => {
    expect(countBuyers(new Map(), [{ shopperId: null, day: '2026-05-01', orders: 1 }]).returned).toEqual([])
  })
})
