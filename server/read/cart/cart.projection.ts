import { cart } from '@/db/read/cart'
import { rowProjection } from '@/server/engine/row-projection'
import type { CartEvent } from '@/server/events/cart'
import { applyToCart, emptyCart } from './cart.view'

export const cartProjection = rowProjection<typeof cart, 'shopperId', CartEvent>({
  name: 'cart',
  version: 1,
  table: cart,
  key: ['shopperId'],
  handles: [
    'ItemAddedToCart',
    'ItemQuantityChanged',
    'ItemRemovedFromCart',
    'CartMerged',
    'CartHandedOver',
    'CartCheckedOut',
  ],
  keysOf: (event) => [{ shopperId: event.key }],
  apply: (row, event) => applyToCart(row ?? emptyCart(event.key), event),
})
