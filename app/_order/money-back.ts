import { cataloguePatches } from '@/app/_catalogue/catalogue-patches'
import type { Facts, Patch } from '@/app/_client/commands/optimistic-command'
import type { OrderEvent } from '@/server/events/order'
import {
  applyToCustomerStatistics,
  type CustomerStatisticsRow,
} from '@/server/read/customer-statistics/customer-statistics.view'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { applyToRevenue, type RevenueView } from '@/server/read/revenue/revenue.view'
import { applyToTopProducts, type TopProductsView } from '@/server/read/top-products/top-products.view'
import { orderPatches } from './order-patches'

export type OrderCancelled = Extract<OrderEvent, { type: 'OrderCancelled' }>
export type RefundIssued = Extract<OrderEvent, { type: 'RefundIssued' }>

type EventsOf<Input, Hint> = (input: Input, facts: Facts<Hint>) => (OrderCancelled | RefundIssued)[]

const isCancelled = (event: OrderCancelled | RefundIssued) => event.type === 'OrderCancelled'

/** What a refund does to the order and to figures; and a cancellation, which takes back what the order did to the shelf. */
export function moneyBackPatches<Input extends { orderId: string }, Hint extends { shopperId: string | null }>(
  eventsOf: EventsOf<Input, Hint>,
): Patch<Input, Hint>[] {
  const cancelledBy = (input: Input, facts: Facts<Hint>) => eventsOf(input, facts).filter(isCancelled)
  return [
    ...orderPatches(eventsOf),
    ...cataloguePatches(cancelledBy),
    {
      query: 'getRevenue',
      patch: (revenue: RevenueView, input, facts) => eventsOf(input, facts).reduce(applyToRevenue, revenue),
    },
    {
      query: 'listTopProducts',
      patch: (top: TopProductsView, input, facts) => {
        const { limit } = facts.asked as { limit: number }
        return cancelledBy(input, facts).reduce((view, event) => applyToTopProducts(view, event, limit), top)
      },
    },
    {
      query: 'findCustomerStatistics',
      patch: (row: CustomerStatisticsRow | null, input, facts) =>
        row && row.shopperId === facts.hint.shopperId
          ? eventsOf(input, facts).reduce(
              (known, event) => applyToCustomerStatistics(known, { ...event, position: row.namedAt }),
              row,
            )
          : row,
    },
  ]
}

/** What the order's page knows of the order, and its end repeats. */
export type Ending = Omit<OrderCancelled['data'], 'orderId' | 'reason' | 'total'>

/** What lists, sales and shelf have to give back for this order. */
export function endingOf({ payment, shopperId, placedAt, lines }: OrderDetailView): Ending {
  const goesBack = lines.map(({ variantId, productId, quantity, amount }) => ({
    variantId,
    productId,
    quantity,
    amount,
  }))
  return { paymentId: payment.paymentId, shopperId, placedAt, lines: goesBack }
}
