import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ada, bea, cancelled, idOf, merchant, placed, recorded, refunded, registered } from '../testing'
import { findCustomerStatistics, listTopCustomers } from './customer-statistics.query'
import { applyToCustomerStatistics, type CustomerStatisticsEvent, unknownShopper } from './customer-statistics.view'

type Event = CustomerStatisticsEvent & { position: number }
const statisticsAfter = (events: Event[]) => events.reduce(applyToCustomerStatistics, unknownShopper(ada.id))
const first = placed(1, {}, '2026-01-10T10:00:00.000Z')
const second = placed(2, { contact: { name: 'Ada Lovelace', email: 'al@example.org' } }, '2026-04-10T10:00:00.000Z')

describe('a customer’s statistics', () => {
  it('count orders, what was spent and what was given back', () => {
    expect(statisticsAfter([recorded(first, 1), recorded(second, 2), recorded(refunded(1, 500), 3)])).toMatchObject({
      orders: 2,
      spent: 9000,
      refunded: 500,
      firstOrderAt: first.at,
      lastOrderAt: second.at,
      name: 'Ada Lovelace',
    })
  })

  it('leave a cancelled order out', () => {
    expect(statisticsAfter([recorded(first, 1), recorded(cancelled(first), 2)])).toMatchObject({ orders: 0, spent: 0 })
  })

  it('count every penny of an order once that was paid back by refunds and cancelled with the last', () => {
    const events = [first, refunded(1, 500), refunded(1, 4000, { refundId: idOf(9) }), cancelled(first, undefined, 0)]
    expect(statisticsAfter(events.map((event, i) => recorded(event, i + 1)))).toMatchObject({
      orders: 1,
      spent: 4500,
      refunded: 4500,
    })
  })

  it('know a guest from a customer', () => {
    expect(statisticsAfter([recorded(placed(1, { guest: true }), 1)]).guest).toBe(true)
    expect(
      statisticsAfter([recorded(registered(ada.id, 'Ada'), 1), recorded(placed(1, { guest: true }), 2)]).guest,
    ).toBe(false)
  })

  it('are the same in whatever order the orders came to be seen', () => {
    const events = [registered(ada.id, 'Ada'), first, second, refunded(1, 500)].map((event, i) =>
      recorded(event, i + 1),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(statisticsAfter(shuffled)).toEqual(statisticsAfter(events))
      }),
    )
  })
})

describe('a late read', () => {
  it('finds a customer whose first order the table does not hold yet', () => {
    const ask = (shopperId: string) => findCustomerStatistics.apply(null, recorded(first), { shopperId }, merchant)
    expect(ask(ada.id)).toMatchObject({ orders: 1 })
    expect(ask(bea.id)).toBeNull()
  })

  it('puts the best customers in their new order', () => {
    const customers = [
      { ...unknownShopper(bea.id), spent: 5000 },
      { ...unknownShopper(ada.id), spent: 4000 },
    ]
    const view = listTopCustomers.apply({ customers }, recorded(first), { limit: 10 }, merchant)
    expect(view.customers.map(({ shopperId }) => shopperId)).toEqual([ada.id, bea.id])
  })

  it('is for staff and for the customer alone', () => {
    expect(findCustomerStatistics.permits(ada, { shopperId: ada.id })).toBe(true)
    expect(findCustomerStatistics.permits(merchant, { shopperId: ada.id })).toBe(true)
    expect(findCustomerStatistics.permits(bea, { shopperId: ada.id })).toBe(false)
  })
})
