import { defineOptimistic } from '@/app/_client/commands/optimistic-command'
import { applyToCart, type CartView } from '@/server/read/cart/cart.view'

type Input = { variantId: string }

export const removeItemFromCart = defineOptimistic<Input>({
  command: 'RemoveItemFromCart',
  entity: ({ variantId }) => variantId,
  patches: [
    {
      query: 'cart',
      patch(cart: CartView, { variantId }, { at }) {
        if (!cart.lines.some((line) => line.variantId === variantId)) return cart
        return applyToCart(cart, { type: 'ItemRemovedFromCart', key: cart.shopperId, at, data: { variantId } })
      },
    },
  ],
})
