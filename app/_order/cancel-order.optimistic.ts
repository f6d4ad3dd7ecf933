import { defineOptimistic, type Facts } from '@/app/_client/commands/optimistic-command'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { type Ending, endingOf, moneyBackPatches, type OrderCancelled, type RefundIssued } from './money-back'
import { paidBackOf } from './paid-back'

type Input = { orderId: string; reason: string }

/** `rest`: what is refunded with it, where a part went back before. */
type Cancelled = Ending & { total: number; rest: Pick<RefundIssued['data'], 'number' | 'currency' | 'amount'> | null }

/** Shoppers cancel their own orders by it, staff any: it takes back what the order did to lists, sales and shelf. */
export const cancelOrder = defineOptimistic<Input, Cancelled>({
  command: 'CancelOrder',
  entity: ({ orderId }) => orderId,
  patches: moneyBackPatches((input, facts) => [...restRefunded(input, facts), orderCancelled(input, facts)]),
  refetches: ['listActivity', 'listTopCustomers'],
})

export function cancellationOf(order: OrderDetailView): Cancelled {
  const { number, currency, amounts } = order
  const paidBack = paidBackOf(order)
  const left = amounts.total - paidBack
  return {
    ...endingOf(order),
    total: paidBack === 0 ? amounts.total : 0,
    rest: paidBack > 0 && left > 0 ? { number, currency, amount: left } : null,
  }
}

/** By the id of the command, as the shop does it. */
function restRefunded({ orderId, reason }: Input, { id, at, hint }: Facts<Cancelled>): RefundIssued[] {
  const { rest, paymentId, shopperId } = hint
  if (!rest) return []
  return [
    { type: 'RefundIssued', key: orderId, at, data: { refundId: id, orderId, reason, paymentId, shopperId, ...rest } },
  ]
}

function orderCancelled(input: Input, { at, hint: { rest: _, ...cancelled } }: Facts<Cancelled>): OrderCancelled {
  return { type: 'OrderCancelled', key: input.orderId, at, data: { ...input, ...cancelled } }
}
