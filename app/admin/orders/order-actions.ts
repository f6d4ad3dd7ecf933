import { isPaidBack, paidBackOf } from '@/app/_order/paid-back'
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
  const refunded = paidBackOf({ refunds })
  if (origin === 'history' || status === 'cancelled') return { canShip: false, canCancel: false, refundable: 0 }
  const left = amounts.total - refunded
  return {
    canShip: status === 'paid' && !isPaidBack({ status, total: amounts.total, refunded }),
    canCancel: status !== 'shipped',
    refundable: status === 'awaiting-payment' ? 0 : left,
  }
}
