import { refuse } from '../rejections'
import type { Order } from './order'

/** Why nothing can be done with the order any more, whatever was asked for; null when something can. */
export function whyOver({ origin, status, number }: Order) {
  if (origin === 'history') return refuse('OrderIsHistory', { number })
  if (status === 'cancelled') return refuse('OrderAlreadyCancelled', { number })
  return null
}
