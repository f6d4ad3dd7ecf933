import { cart } from '@/db/read/cart'
import { rowProjection } from '@/server/engine/rows/row-projection'
import type { CartEvent } from '@/server/events/cart'
import { applyToCart, CART_EVENTS, emptyCart } from './cart.view'

export const cartProjection = rowProjection<typeof cart, 'shopperId', CartEvent>({
  name: 'cart',
  version: 2,
  table: cart,
  key: ['shopperId'],
  evidence: 'stream',
  handles: CART_EVENTS,
  keysOf: (event) => [{ shopperId: event.key }],
  apply: (row, event) => applyToCart(row ?? emptyCart(event.key), event),
  overwrites: ['CartCheckedOut'],
})
