import { z } from 'zod'
import { staff } from '@/server/actor'
import { defineCommand, type WriteTx } from '@/server/engine/commands/command'
import { sentTogether } from '@/server/engine/database/sent-together'
import { idInput } from '@/server/events/inputs'
import { CORRECTION_REASONS, type ProductEvent } from '@/server/events/product'
import { refuse } from '../rejections'
import { lockProduct, type Product } from './product'

/** `seen`: how many could be sold by what the counter was shown; `counted`: how many it are. */
const input = z
  .object({
    productId: idInput,
    variantId: idInput,
    seen: z.int().min(0),
    counted: z.int().min(0).max(1_000_000),
    reason: z.enum(CORRECTION_REASONS),
  })
  .refine(({ seen, counted, reason }) => counted <= seen || reason === 'counted', {
    path: ['counted'],
    error: 'what is damaged or lost leaves fewer',
  })

type State = { product: Product | undefined; inStock: number }

/**
 * What was counted is compared with what was seen, and the difference is recorded: whatever was ordered or came in
 * between the two is in both, and stays. What can be sold has been left by orders already, so it may go down to nought.
 */
export const correctStock = defineCommand({
  name: 'CorrectStock',
  input,
  permits: staff,
  load: (tx, { productId, variantId }) => lockShelf(tx, productId, variantId),
  decide: ({ product, inStock }: State, { productId, variantId, seen, counted, reason }, { at }) => {
    if (!product) return refuse('ProductNotFound', { productId })
    const variant = product.variants.find((one) => one.variantId === variantId)
    if (!variant) return refuse('VariantNotFound', { variantId })
    const called = { name: product.name, label: variant.label }
    if (!product.onSale) return refuse('ProductAlreadyDiscontinued', { name: product.name })
    const by = counted - seen
    if (by === 0) return refuse('StockIsTheSame', { ...called, seen })
    if (inStock + by < 0) return refuse('StockIsPromised', { ...called, inStock, missing: -by })
    const data = { productId, variantId, ...called, by, reason }
    const events: ProductEvent[] = [{ type: 'StockCorrected', key: productId, at, data }]
    return { events, result: { inStock: inStock + by } }
  },
})

/** The product before its stock; orders lock stock only, so nobody waits in a circle. */
async function lockShelf(tx: WriteTx, productId: string, variantId: string): Promise<State> {
  const [product, [shelf]] = await sentTogether([
    lockProduct(tx, productId),
    tx.sql<{ onHand: number }[]>`
      select on_hand as "onHand" from write.stock where variant_id = ${variantId} for update`,
  ])
  return { product, inStock: shelf?.onHand ?? 0 }
}
