import { defineOptimistic } from '@/app/_client/commands/optimistic-command'
import { productPatches } from './product-patches'

type Input = { productId: string; reason: string }

export const discontinueProduct = defineOptimistic<Input>({
  command: 'DiscontinueProduct',
  entity: ({ productId }) => productId,
  patches: productPatches((input, { at }) => ({
    type: 'ProductDiscontinued',
    key: input.productId,
    at,
    data: { ...input, name: null },
  })),
  refetches: ['listActivity'],
})
