import { eq, or } from 'drizzle-orm'
import { z } from 'zod'
import { products } from '@/db/write/catalogue'
import { staff } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { foldSku, idInput, priceInput, typedInput } from '@/server/events/inputs'
import type { ProductEvent } from '@/server/events/product'
import { refuse } from '../rejections'
import { readCurrency } from './product'
import { wordsInput } from './words-input'

const input = z.object({
  productId: idInput,
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
    .max(80),
  ...wordsInput.shape,
  currency: z.string().regex(/^[A-Z]{3}$/),
  variants: z
    .array(
      z.object({
        variantId: idInput,
        sku: typedInput.min(1).max(40),
        label: typedInput.max(40),
        price: priceInput,
        stock: z.int().min(0).max(1_000_000),
      }),
    )
    .min(1)
    .max(20),
})

type State = { currency: string | undefined; takenSlugs: string[]; takenSkus: string[] }

export const createProduct = defineCommand({
  name: 'CreateProduct',
  input,
  permits: staff,
  load: async (tx, { productId, slug, variants: wanted }): Promise<State> => {
    const skus = wanted.map(({ sku }) => sku)
    const same = await tx.db
      .select({ slug: products.slug })
      .from(products)
      .where(or(eq(products.slug, slug), eq(products.id, productId)))
    const sameSkus = await tx.sql<{ sku: string }[]>`
      select sku from write.variants where lower(sku) in (select lower(one) from unnest(${skus}::text[]) one)`
    return {
      currency: await readCurrency(tx),
      takenSlugs: same.map((row) => row.slug),
      takenSkus: sameSkus.map((row) => row.sku),
    }
  },
  decide: ({ currency, takenSlugs, takenSkus }: State, product, { at }) => {
    if (currency && currency !== product.currency) return refuse('CurrencyIsAnother', { currency })
    if (takenSlugs.length > 0) return refuse('SlugTaken', { slug: product.slug })
    if (takenSkus.length > 0) return refuse('SkuTaken', { skus: takenSkus })
    const skus = product.variants.map(({ sku }) => sku)
    const folded = skus.map(foldSku)
    const twice = skus.filter((sku, index) => folded.indexOf(foldSku(sku)) !== index)
    if (twice.length > 0) return refuse('SkuTaken', { skus: twice })
    const data = { ...product, onSale: true }
    const event: ProductEvent = { type: 'ProductCreated', key: product.productId, at, data }
    return { events: [event], result: { productId: product.productId, slug: product.slug } }
  },
})
