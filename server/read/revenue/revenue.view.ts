import { changeOf, type RevenueChange, type RevenueEvent } from './revenue-change'

/**
 * What was earned. `gross` and `orders` leave cancelled orders out, but not those that were paid back by refunds;
 * `net` is gross less refunds. A customer is counted once however often they bought; orders of nobody known count as
 * orders and not as customers. Minor units.
 */
export type RevenueFigures = {
  gross: number
  refunds: number
  net: number
  orders: number
  averageOrderValue: number
  uniqueCustomers: number
}

/** A figure for every day from the first to the last, both included, of the shop's time zone, and for all together. */
export type RevenueView = {
  from: string
  to: string
  timeZone: string
  days: (RevenueFigures & { day: string })[]
  total: RevenueFigures
}

export type RevenueSums = Pick<RevenueFigures, 'gross' | 'refunds' | 'orders' | 'uniqueCustomers'>

export function figuresOf({ gross, refunds, orders, uniqueCustomers }: RevenueSums): RevenueFigures {
  const averageOrderValue = orders > 0 ? Math.round(gross / orders) : 0
  return { gross, refunds, net: gross - refunds, orders, averageOrderValue, uniqueCustomers }
}

/** Money and orders after the event. Whether its customer is a new one, only the table knows: their number stays. */
export function applyToRevenue(view: RevenueView, event: RevenueEvent): RevenueView {
  const change = changeOf(event, view.timeZone)
  if (change.day < view.from || change.day > view.to) return view
  const days = view.days.map((one) => (one.day === change.day ? { ...one, ...changed(one, change) } : one))
  return { ...view, days, total: changed(view.total, change) }
}

function changed(figures: RevenueFigures, change: RevenueChange): RevenueFigures {
  return figuresOf({
    gross: figures.gross + change.gross,
    refunds: figures.refunds + change.refunds,
    orders: figures.orders + change.orders,
    uniqueCustomers: figures.uniqueCustomers,
  })
}
