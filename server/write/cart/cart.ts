import { and, asc, eq, sql as fragment, inArray } from 'drizzle-orm'
import type { PendingQuery, Row } from 'postgres'
import { cartLines } from '@/db/write/cart'
import { prices, products, stock, variants } from '@/db/write/catalogue'
import type { WriteTx } from '@/server/engine/command'
import { type EffectsOf, setBased } from '@/server/engine/effects'
import type { CartEvent, CartItem } from '@/server/events/cart'
import type { Category } from '@/server/events/product'

/** What the catalogue says of a variant now. */
export type OfferedVariant = { item: CartItem; onSale: boolean; inStock: number }

/** How a refusal names an item. */
export const lineOf = ({ variantId, name, label }: CartItem) => ({ variantId, name, label })

/**
 * Makes the commands on one cart follow each other. A lock on the id and not on the row: the row may not be there yet,
 * and a command that is refused must leave none behind.
 */
export async function lockCart({ sql }: WriteTx, shopperId: string): Promise<void> {
  await sql`select ${cartLock(sql, shopperId)}`
}

/** The expression that waits for the lock and holds it to the end of the transaction. */
export const cartLock = (sql: WriteTx['sql'], shopperId: string | PendingQuery<Row[]>) =>
  sql`pg_advisory_xact_lock(hashtextextended(${shopperId}, 0))`

async function touchCart({ sql }: WriteTx, shopperId: string, at: string): Promise<void> {
  await sql`
    insert into write.carts (id, updated_at) values (${shopperId}, ${at})
    on conflict (id) do update set updated_at = excluded.updated_at`
}

export async function readCartLines(
  { db }: WriteTx,
  shopperId: string,
): Promise<{ variantId: string; quantity: number }[]> {
  return db
    .select({ variantId: cartLines.variantId, quantity: cartLines.quantity })
    .from(cartLines)
    .where(eq(cartLines.cartId, shopperId))
    .orderBy(asc(cartLines.addedAt), asc(cartLines.variantId))
}

export async function readOfferedVariants({ db }: WriteTx, variantIds: string[]): Promise<OfferedVariant[]> {
  if (variantIds.length === 0) return []
  const rows = await db
    .select({
      variantId: variants.id,
      productId: products.id,
      slug: products.slug,
      name: products.name,
      label: variants.label,
      picture: products.picture,
      category: products.category,
      unitPrice: prices.amount,
      status: products.status,
      inStock: stock.onHand,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(prices, and(eq(prices.variantId, variants.id), fragment`${prices.validTo} is null`))
    .innerJoin(stock, eq(stock.variantId, variants.id))
    .where(inArray(variants.id, variantIds))
  return rows.map(({ status, inStock, category, ...item }) => ({
    item: { ...item, category: category as Category },
    onSale: status === 'on-sale',
    inStock,
  }))
}

async function putLine({ sql }: WriteTx, cartId: string, item: CartItem, quantity: number, at: string): Promise<void> {
  await sql`
    insert into write.cart_lines (cart_id, variant_id, quantity, unit_price, added_at)
    values (${cartId}, ${item.variantId}, ${quantity}, ${item.unitPrice}, ${at})
    on conflict (cart_id, variant_id) do update
    set quantity = cart_lines.quantity + excluded.quantity, unit_price = excluded.unit_price`
}

const emptyCarts = ({ sql }: WriteTx, events: readonly { key: string }[]) => sql`
  delete from write.cart_lines where cart_id = any(${events.map(({ key }) => key)}::uuid[])`

export const cartEffects: EffectsOf<CartEvent> = {
  ItemAddedToCart: async (tx, { key, at, data }) => {
    await touchCart(tx, key, at)
    await putLine(tx, key, data.item, data.quantity, at)
  },
  ItemQuantityChanged: ({ db }, { key, data }) =>
    db
      .update(cartLines)
      .set({ quantity: data.quantity, unitPrice: data.unitPrice })
      .where(and(eq(cartLines.cartId, key), eq(cartLines.variantId, data.variantId))),
  ItemRemovedFromCart: ({ db }, { key, data }) =>
    db.delete(cartLines).where(and(eq(cartLines.cartId, key), eq(cartLines.variantId, data.variantId))),
  CartMerged: async (tx, { key, at, data }) => {
    await touchCart(tx, key, at)
    for (const { item, quantity } of data.lines) await putLine(tx, key, item, quantity, at)
  },
  CartHandedOver: setBased(emptyCarts),
  CartCheckedOut: setBased(emptyCarts),
}
