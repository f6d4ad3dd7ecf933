import { and, eq, sql as fragment, isNull } from 'drizzle-orm'
import { prices, products, stock, variants } from '@/db/write/catalogue'
import type { WriteTx } from '@/server/engine/commands/command'
import type { EffectsOf } from '@/server/engine/commands/effects'
import type { ProductEvent, ProductWords } from '@/server/events/product'

export type Product = ProductWords & {
  productId: string
  onSale: boolean
  variants: { variantId: string; label: string; price: number }[]
}

/**
 * Locks the product, so that the commands on it follow each other, and reads what they decide on. Both statements go
 * out at once; the second begins, with a snapshot of its own, when the lock is held.
 */
export async function lockProduct({ sql }: WriteTx, productId: string): Promise<Product | undefined> {
  const [[product], variants] = await Promise.all([
    sql<(ProductWords & { onSale: boolean })[]>`
      select name, description, category, picture, status = 'on-sale' as "onSale"
      from write.products where id = ${productId} for no key update`,
    sql<Product['variants']>`
      select v.id as "variantId", v.label, p.amount as price
      from write.variants v join write.prices p on p.variant_id = v.id and p.valid_to is null
      where v.product_id = ${productId}`,
  ])
  return product && { productId, ...product, variants: [...variants] }
}

/** The currency that the shop sells in: that of its first price. Undefined while it has none. */
export async function readCurrency({ sql }: WriteTx): Promise<string | undefined> {
  const [price] = await sql<{ currency: string }[]>`select currency from write.prices order by id limit 1`
  return price?.currency
}

function putOnShelf({ db }: WriteTx, variantId: string, units: number) {
  return db
    .update(stock)
    .set({ onHand: fragment`${stock.onHand} + ${units}` })
    .where(eq(stock.variantId, variantId))
}

export const productEffects: EffectsOf<ProductEvent> = {
  ProductCreated: async ({ db }, { at, data }) => {
    await db.insert(products).values({
      id: data.productId,
      slug: data.slug,
      name: data.name,
      description: data.description,
      category: data.category,
      picture: data.picture,
      status: data.onSale ? 'on-sale' : 'discontinued',
      createdAt: at,
    })
    const ids = data.variants.map(({ variantId, sku, label }, ordinal) => ({
      id: variantId,
      productId: data.productId,
      sku,
      label,
      ordinal,
    }))
    await db.insert(variants).values(ids)
    await db.insert(prices).values(
      data.variants.map(({ variantId, price }) => ({
        variantId,
        amount: price,
        currency: data.currency,
        reason: 'First price',
        validFrom: at,
      })),
    )
    await db.insert(stock).values(data.variants.map((one) => ({ variantId: one.variantId, onHand: one.stock })))
  },
  ProductRevised: ({ db }, { data }) => db.update(products).set(data.to).where(eq(products.id, data.productId)),
  PriceChanged: async ({ db }, { at, data }) => {
    const [former] = await db
      .update(prices)
      .set({ validTo: at })
      .where(and(eq(prices.variantId, data.variantId), isNull(prices.validTo)))
      .returning({ currency: prices.currency })
    if (!former) throw new Error(`Variant ${data.variantId} has no price that could change.`)
    await db.insert(prices).values({
      variantId: data.variantId,
      amount: data.to,
      currency: former.currency,
      reason: data.reason,
      validFrom: at,
    })
  },
  ProductRestocked: (tx, { data }) => putOnShelf(tx, data.variantId, data.quantity),
  StockCorrected: (tx, { data }) => putOnShelf(tx, data.variantId, data.by),
  ProductDiscontinued: ({ db }, { data }) =>
    db.update(products).set({ status: 'discontinued' }).where(eq(products.id, data.productId)),
}
