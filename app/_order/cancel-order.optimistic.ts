import { cataloguePatches } from '@/app/_catalogue/catalogue-patches'
import { defineOptimistic, type Facts } from '@/app/_client/commands/optimistic-command'
import type { OrderEvent } from '@/server/events/order'
import {
  applyToCustomerStatistics,
  type CustomerStatisticsRow,
} from '@/server/read/customer-statistics/customer-statistics.view'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { applyToRevenue, type RevenueView } from '@/server/read/revenue/revenue.view'
import { applyToTopProducts, type TopProductsView } from '@/server/read/top-products/top-products.view'
import { orderPatches } from './order-patches'

type Input = { orderId: string; reason: string }

type OrderCancelled = Extract<OrderEvent, { type: 'OrderCancelled' }>
/** What the order's page knows of the order, and the event repeats. */
type Cancelled = Omit<OrderCancelled['data'], 'orderId' | 'reason'>

/** Shoppers cancel their own orders by it, staff any: it takes back what the order did to lists, sales and shelf. */
export const cancelOrder = defineOptimistic<Input, Cancelled>({
  command: 'CancelOrder',
  entity: ({ orderId }) => orderId,
  patches: [
    ...orderPatches(orderCancelled),
    ...cataloguePatches(orderCancelled),
    {
      query: 'getRevenue',
      patch: (revenue: RevenueView, input, facts) => applyToRevenue(revenue, orderCancelled(input, facts)),
    },
    {
      query: 'listTopProducts',
      patch: (top: TopProductsView, input, facts) =>
        applyToTopProducts(top, orderCancelled(input, facts), (facts.asked as { limit: number }).limit),
    },
    {
      query: 'findCustomerStatistics',
      patch: (row: CustomerStatisticsRow | null, input, facts) =>
        row && row.shopperId === facts.hint.shopperId
          ? applyToCustomerStatistics(row, { ...orderCancelled(input, facts), position: row.namedAt })
          : row,
    },
  ],
  refetches: ['listActivity', 'listTopCustomers'],
})

/** What lists, sales and shelf have to give back for this order. */
export function cancellationOf({ payment, shopperId, placedAt, amounts, lines }: OrderDetailView): Cancelled {
  const goesBack = lines.map(({ variantId, productId, quantity, amount }) => ({
    variantId,
    productId,
    quantity,
    amount,
  }))
  return { paymentId: payment.paymentId, shopperId, placedAt, total: amounts.total, lines: goesBack }
}

function orderCancelled(input: Input, { at, hint }: Facts<Cancelled>): OrderCancelled {
  return { type: 'OrderCancelled', key: input.orderId, at, data: { ...input, ...hint } }
}
