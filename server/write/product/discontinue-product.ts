import { z } from 'zod'
import { staff } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput, reasonInput } from '@/server/events/inputs'
import type { ProductEvent } from '@/server/events/product'
import { refuse } from '../rejections'
import { lockProduct, type Product } from './product'

const input = z.object({ productId: idInput, reason: reasonInput })

export const discontinueProduct = defineCommand({
  name: 'DiscontinueProduct',
  input,
  permits: staff,
  load: (tx, { productId }) => lockProduct(tx, productId),
  decide: (product: Product | undefined, { productId, reason }, { at }) => {
    if (!product) return refuse('ProductNotFound', { productId })
    if (!product.onSale) return refuse('ProductAlreadyDiscontinued', { name: product.name })
    const data = { productId, name: product.name, reason }
    const events: ProductEvent[] = [{ type: 'ProductDiscontinued', key: productId, at, data }]
    return { events, result: {} }
  },
})
