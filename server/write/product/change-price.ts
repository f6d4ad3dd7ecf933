import { z } from 'zod'
import { staff } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput, priceInput, reasonInput } from '@/server/events/inputs'
import type { ProductEvent } from '@/server/events/product'
import { refuse } from '../rejections'
import { lockProduct, type Product } from './product'

const input = z.object({ productId: idInput, variantId: idInput, price: priceInput, reason: reasonInput })

export const changePrice = defineCommand({
  name: 'ChangePrice',
  input,
  permits: staff,
  load: (tx, { productId }) => lockProduct(tx, productId),
  decide: (product: Product | undefined, { productId, variantId, price, reason }, { at }) => {
    if (!product) return refuse('ProductNotFound', { productId })
    const variant = product.variants.find((one) => one.variantId === variantId)
    if (!variant) return refuse('VariantNotFound', { variantId })
    if (!product.onSale) return refuse('ProductAlreadyDiscontinued', { name: product.name })
    if (variant.price === price) return refuse('PriceIsTheSame', { price })
    const called = { name: product.name, label: variant.label }
    const data = { productId, variantId, ...called, from: variant.price, to: price, reason }
    const events: ProductEvent[] = [{ type: 'PriceChanged', key: productId, at, data }]
    return { events, result: { from: variant.price, to: price } }
  },
})
