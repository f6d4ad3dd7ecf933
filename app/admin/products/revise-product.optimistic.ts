import { defineOptimistic, type Facts } from '@/app/_client/commands/optimistic-command'
import type { ProductEvent, ProductWords } from '@/server/events/product'
import { applyToTopProducts, type TopProductsView } from '@/server/read/top-products/top-products.view'
import { productPatches } from './product-patches'

/** Of what changes: what was seen, and what it shall be. */
type Input = { productId: string; from: Partial<ProductWords>; to: Partial<ProductWords> }

export const reviseProduct = defineOptimistic<Input>({
  command: 'ReviseProduct',
  entity: ({ productId }) => productId,
  patches: [
    ...productPatches(revisionOf),
    {
      query: 'listTopProducts',
      patch: (view: TopProductsView, input, facts) =>
        applyToTopProducts(view, revisionOf(input, facts), (facts.asked as { limit: number }).limit),
    },
  ],
  refetches: ['listActivity'],
})

function revisionOf(input: Input, { at }: Facts<undefined>): Extract<ProductEvent, { type: 'ProductRevised' }> {
  return { type: 'ProductRevised', key: input.productId, at, data: { ...input, name: null } }
}
