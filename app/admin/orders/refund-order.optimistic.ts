import { defineOptimistic, type Facts } from '@/app/_client/commands/optimistic-command'
import {
  type Ending,
  endingOf,
  moneyBackPatches,
  type OrderCancelled,
  type RefundIssued,
} from '@/app/_order/money-back'
import { paidBackOf } from '@/app/_order/paid-back'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'

type Input = { orderId: string; refundId: string; amount: number; reason: string }

/** What the order's page knows of the order, and the events repeat. `ending`: where nothing is left, and nothing was sent. */
type Refunded = Pick<RefundIssued['data'], 'number' | 'shopperId' | 'paymentId' | 'currency'> & {
  ending: Ending | null
}

export const refundOrder = defineOptimistic<Input, Refunded>({
  command: 'RefundOrder',
  entity: ({ orderId }) => orderId,
  patches: moneyBackPatches((input, facts) => [refundIssued(input, facts), ...orderEnded(input, facts)]),
  refetches: ['listActivity', 'listTopCustomers'],
})

export function refundOf(order: OrderDetailView, amount: number): Refunded {
  const { number, shopperId, currency, payment, status, amounts } = order
  const isEnd = status === 'paid' && amount === amounts.total - paidBackOf(order)
  return { number, shopperId, currency, paymentId: payment.paymentId, ending: isEnd ? endingOf(order) : null }
}

function refundIssued(input: Input, { at, hint: { ending: _, ...refunded } }: Facts<Refunded>): RefundIssued {
  return { type: 'RefundIssued', key: input.orderId, at, data: { ...input, ...refunded } }
}

function orderEnded({ orderId, reason }: Input, { at, hint: { ending } }: Facts<Refunded>): OrderCancelled[] {
  if (!ending) return []
  return [{ type: 'OrderCancelled', key: orderId, at, data: { orderId, reason, total: 0, ...ending } }]
}
