import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput, priceInput } from '@/server/events/inputs'
import type { Category, ProductEvent } from '@/server/events/product'
import { readCurrency } from '../product/product'
import { refuse } from '../rejections'

const input = z.object({
  productId: idInput,
  variantId: idInput,
  slug: z.string().min(1).max(80),
  sku: z.string().min(1).max(40),
  name: z.string().min(1).max(200),
  picture: z.string(),
  price: priceInput,
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** No goods: postage, a fee, a correction. */
  isCharge: z.boolean().optional(),
})

type State = { currency: string | undefined; isSlugTaken: boolean; isSkuTaken: boolean }

/** Something that a history speaks of: it was sold once, and is not on sale. */
export const importProduct = defineCommand({
  name: 'ImportProduct',
  input,
  permits: systemOnly,
  load: async (tx, { slug, sku }): Promise<State> => {
    const [currency, slugs, skus] = await Promise.all([
      readCurrency(tx),
      tx.sql`select 1 from write.products where slug = ${slug}`,
      tx.sql`select 1 from write.variants where sku = ${sku}`,
    ])
    return { currency, isSlugTaken: slugs.length > 0, isSkuTaken: skus.length > 0 }
  },
  decide: (state: State, { variantId, sku, price, isCharge, ...product }, { at }) => {
    const { currency } = state
    if (currency && currency !== product.currency) return refuse('CurrencyIsAnother', { currency })
    if (state.isSlugTaken) return refuse('SlugTaken', { slug: product.slug })
    if (state.isSkuTaken) return refuse('SkuTaken', { skus: [sku] })
    const variants = [{ variantId, sku, label: '', price, stock: 0 }]
    const category: Category = isCharge ? 'charges' : 'past'
    const data = { ...product, description: '', category, onSale: false, variants }
    const events: ProductEvent[] = [{ type: 'ProductCreated', key: product.productId, at, data }]
    return { events, result: {} }
  },
})
