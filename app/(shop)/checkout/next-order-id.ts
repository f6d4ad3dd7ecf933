import { v5 } from 'uuid'
import type { CartView } from '@/server/read/cart/cart.view'

/**
 * The id of the order that this cart becomes. It follows from whose cart it is and from what was ordered out of it last,
 * so every tab and every device that shows the cart has the same: whoever is first places the order, and the others are
 * told that it stands (docs/decisions/0030).
 */
export function nextOrderId({ shopperId, lastOrderId }: Pick<CartView, 'shopperId' | 'lastOrderId'>): string {
  return v5(lastOrderId ?? '', shopperId)
}
