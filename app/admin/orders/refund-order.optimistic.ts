import { defineOptimistic, type Facts } from '@/app/_client/commands/optimistic-command'
import { orderPatches } from '@/app/_order/order-patches'
import type { OrderEvent } from '@/server/events/order'
import {
  applyToCustomerStatistics,
  type CustomerStatisticsRow,
} from '@/server/read/customer-statistics/customer-statistics.view'
import { applyToRevenue, type RevenueView } from '@/server/read/revenue/revenue.view'

type Input = { orderId: string; refundId: string; amount: number; reason: string }
/** What the order's page knows of the order, and the event repeats. */
type Refunded = { number: string; shopperId: string | null; paymentId: string; currency: string }

type RefundIssued = Extract<OrderEvent, { type: 'RefundIssued' }>

export const refundOrder = defineOptimistic<Input, Refunded>({
  command: 'RefundOrder',
  entity: ({ orderId }) => orderId,
  patches: [
    ...orderPatches(refundIssued),
    {
      query: 'getRevenue',
      patch: (revenue: RevenueView, input, facts) => applyToRevenue(revenue, refundIssued(input, facts)),
    },
    {
      query: 'findCustomerStatistics',
      patch: (row: CustomerStatisticsRow | null, input, facts) =>
        row && row.shopperId === facts.hint.shopperId
          ? applyToCustomerStatistics(row, { ...refundIssued(input, facts), position: row.namedAt })
          : row,
    },
  ],
  refetches: ['listActivity', 'listTopCustomers'],
})

function refundIssued(input: Input, { at, hint }: Facts<Refunded>): RefundIssued {
  return { type: 'RefundIssued', key: input.orderId, at, data: { ...input, ...hint } }
}
