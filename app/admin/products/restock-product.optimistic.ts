import { defineOptimistic } from '@/app/_client/commands/optimistic-command'
import { productPatches } from './product-patches'

type Input = { productId: string; variantId: string; quantity: number }

export const restockProduct = defineOptimistic<Input>({
  command: 'RestockProduct',
  entity: ({ variantId }) => variantId,
  patches: productPatches((input, { at }) => ({
    type: 'ProductRestocked',
    key: input.productId,
    at,
    data: { ...input, name: null, label: null },
  })),
  refetches: ['listActivity'],
})
