import { defineOptimistic } from '@/app/_client/optimistic-command'
import { productPatches } from './product-patches'

type Input = { productId: string; variantId: string; quantity: number }

export const restockProduct = defineOptimistic<Input>({
  command: 'RestockProduct',
  entity: ({ variantId }) => variantId,
  patches: productPatches((data, { at }) => ({ type: 'ProductRestocked', key: data.productId, at, data })),
  refetches: ['listActivity'],
})
