import { z } from 'zod'
import { staff } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput } from '@/server/events/inputs'
import type { ProductEvent } from '@/server/events/product'
import { refuse } from '../rejections'
import { lockProduct, type Product } from './product'

const input = z.object({ productId: idInput, variantId: idInput, quantity: z.int().min(1).max(100_000) })

export const restockProduct = defineCommand({
  name: 'RestockProduct',
  input,
  permits: staff,
  load: (tx, { productId }) => lockProduct(tx, productId),
  decide: (product: Product | undefined, { productId, variantId, quantity }, { at }) => {
    if (!product) return refuse('ProductNotFound', { productId })
    const variant = product.variants.find((one) => one.variantId === variantId)
    if (!variant) return refuse('VariantNotFound', { variantId })
    if (!product.onSale) return refuse('ProductAlreadyDiscontinued', { name: product.name })
    const data = { productId, variantId, name: product.name, label: variant.label, quantity }
    const events: ProductEvent[] = [{ type: 'ProductRestocked', key: productId, at, data }]
    return { events, result: { quantity } }
  },
})
