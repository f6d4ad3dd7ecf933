import { defineOptimistic } from '@/app/_client/commands/optimistic-command'
import { productPatches } from './product-patches'

type Input = { productId: string; variantId: string; price: number; reason: string }

/** The hint is the price that the change starts from. */
export const changePrice = defineOptimistic<Input, { from: number }>({
  command: 'ChangePrice',
  entity: ({ variantId }) => variantId,
  patches: productPatches(({ productId, variantId, price, reason }, { at, hint: { from } }) => ({
    type: 'PriceChanged',
    key: productId,
    at,
    data: { productId, variantId, name: null, label: null, from, to: price, reason },
  })),
  refetches: ['listActivity'],
})
