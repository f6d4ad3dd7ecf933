import { defineOptimistic } from '@/app/_client/commands/optimistic-command'
import type { CorrectionReason } from '@/server/events/product'
import { productPatches } from './product-patches'

type Input = { productId: string; variantId: string; seen: number; counted: number; reason: CorrectionReason }

export const correctStock = defineOptimistic<Input>({
  command: 'CorrectStock',
  entity: ({ variantId }) => variantId,
  patches: productPatches(({ productId, variantId, seen, counted, reason }, { at }) => ({
    type: 'StockCorrected',
    key: productId,
    at,
    data: { productId, variantId, name: null, label: null, by: counted - seen, reason },
  })),
  refetches: ['listActivity'],
})
