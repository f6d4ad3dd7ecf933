import { defineOptimistic } from '@/app/_client/commands/optimistic-command'
import type { CartItem } from '@/server/events/cart'
import { applyToCart, type CartView } from '@/server/read/cart/cart.view'

type Input = { variantId: string; quantity: number }

/** The hint is the item as the page shows it: the server finds its own under the variant. */
export const addItemToCart = defineOptimistic<Input, CartItem>({
  command: 'AddItemToCart',
  entity: ({ variantId }) => variantId,
  patches: [
    {
      query: 'cart',
      patch: (cart: CartView, { quantity }, { at, hint: item }) =>
        applyToCart(cart, { type: 'ItemAddedToCart', key: cart.shopperId, at, data: { item, quantity } }),
    },
  ],
})
