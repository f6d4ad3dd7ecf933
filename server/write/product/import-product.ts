import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/command'
import type { ProductEvent } from '@/server/events/product'
import { minorUnits } from '@/server/events/values'

const input = z.object({
  productId: z.uuid(),
  variantId: z.uuid(),
  sku: z.string().min(1).max(40),
  slug: z.string().min(1).max(80),
  name: z.string().min(1).max(200),
  price: minorUnits,
  currency: z.string(),
})

/** Brings in a product that an imported history names. It was sold once; it is not for sale, and nothing of it is there. */
export const importProduct = defineCommand({
  name: 'ImportProduct',
  input,
  permits: systemOnly,
  load: async () => null,
  decide: (_: null, { variantId, sku, price, ...product }, { at }) => {
    const event: ProductEvent = {
      type: 'ProductCreated',
      key: product.productId,
      at,
      data: {
        ...product,
        description: '',
        category: 'past',
        picture: '',
        onSale: false,
        variants: [{ variantId, sku, label: '', price, stock: 0 }],
      },
    }
    return { events: [event], result: { productId: product.productId } }
  },
})
