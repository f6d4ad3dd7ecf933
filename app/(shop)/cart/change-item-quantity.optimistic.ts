import { defineOptimistic } from '@/app/_client/commands/optimistic-command'
import { applyToCart, type CartView } from '@/server/read/cart/cart.view'

type Input = { variantId: string; quantity: number }

export const changeItemQuantity = defineOptimistic<Input>({
  command: 'ChangeItemQuantity',
  entity: ({ variantId }) => variantId,
  replaces: (later, earlier) => later.variantId === earlier.variantId,
  patches: [
    {
      query: 'cart',
      patch(cart: CartView, { variantId, quantity }, { at }) {
        // Whether the price has changed meanwhile, only the server knows.
        const line = cart.lines.find((each) => each.variantId === variantId)
        if (!line) return cart
        const { unitPrice } = line
        const data = { variantId, quantity, unitPrice }
        return applyToCart(cart, { type: 'ItemQuantityChanged', key: cart.shopperId, at, data })
      },
    },
  ],
})
