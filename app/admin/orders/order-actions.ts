import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'

export type PossibleActions = {
  canShip: boolean
  canCancel: boolean
  /** What can still go back, in minor units; 0 where nothing can. */
  refundable: number
}

type Standing = Pick<OrderDetailView, 'origin' | 'status' | 'amounts' | 'refunds'>

/** What can be done with an order as it stands here. The commands decide it again, on what is true then. */
export function actionsOn({ origin, status, amounts, refunds }: Standing): PossibleActions {
  const refunded = refunds.reduce((sum, { amount }) => sum + amount, 0)
  if (origin === 'history' || status === 'cancelled') return { canShip: false, canCancel: false, refundable: 0 }
  const left = amounts.total - refunded
  return {
    canShip: status === 'paid' && (left > 0 || amounts.total === 0),
    canCancel: status !== 'shipped' && refunded === 0,
    refundable: status === 'awaiting-payment' ? 0 : left,
  }
}
