import type { PendingQuery, Row } from 'postgres'
import type { WriteTx } from '@/server/engine/commands/command'
import { type EffectsOf, setBased } from '@/server/engine/commands/effects'
import { sentTogether } from '@/server/engine/database/sent-together'
import type { CartEvent, CartItem } from '@/server/events/cart'

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

type CartLine = { variantId: string; quantity: number }

export function readCartLines({ sql }: WriteTx, shopperId: string): Promise<CartLine[]> {
  return sql<CartLine[]>`
    select variant_id as "variantId", quantity from write.cart_lines where cart_id = ${shopperId}
    order by added_at, variant_id`
}

export async function readOfferedVariants({ sql }: WriteTx, variantIds: string[]): Promise<OfferedVariant[]> {
  if (variantIds.length === 0) return []
  const rows = await sql<(CartItem & Pick<OfferedVariant, 'onSale' | 'inStock'>)[]>`
    select v.id as "variantId", p.id as "productId", p.slug, p.name, v.label, p.picture, p.category,
      r.amount as "unitPrice", p.status = 'on-sale' as "onSale", s.on_hand as "inStock"
    from write.variants v
    join write.products p on p.id = v.product_id
    join write.prices r on r.variant_id = v.id and r.valid_to is null
    join write.stock s on s.variant_id = v.id
    where v.id = any(${variantIds}::uuid[])`
  return rows.map(({ onSale, inStock, ...item }) => ({ item, onSale, inStock }))
}

/**
 * Locks the cart, and reads what a change of one of its lines depends on. The statements go out at once; those that read
 * begin, with a snapshot of their own, when the cart is locked.
 */
export async function lockCartLine(tx: WriteTx, shopperId: string, variantId: string) {
  const [, [variant], lines] = await sentTogether([
    lockCart(tx, shopperId),
    readOfferedVariants(tx, [variantId]),
    readCartLines(tx, shopperId),
  ])
  return { variant, inCart: lines.find((line) => line.variantId === variantId)?.quantity ?? 0 }
}

type Put = { item: CartItem; quantity: number }

/** Adds to what is in the cart of it already. There is a cart from the first time on. */
function putLines({ sql }: WriteTx, cartId: string, put: readonly Put[], at: string) {
  const lines = put.map(({ item, quantity }) => ({ id: item.variantId, price: item.unitPrice, quantity }))
  return sql`
    with cart as (
      insert into write.carts (id, updated_at) values (${cartId}, ${at})
      on conflict (id) do update set updated_at = excluded.updated_at)
    insert into write.cart_lines (cart_id, variant_id, quantity, unit_price, added_at)
    select ${cartId}, id, quantity, price, ${at}
    from jsonb_to_recordset(${sql.json(lines)}) as put (id uuid, quantity int, price bigint)
    on conflict (cart_id, variant_id) do update
    set quantity = cart_lines.quantity + excluded.quantity, unit_price = excluded.unit_price`
}

const emptyCarts = ({ sql }: WriteTx, events: readonly { key: string }[]) => sql`
  delete from write.cart_lines where cart_id = any(${events.map(({ key }) => key)}::uuid[])`

export const cartEffects: EffectsOf<CartEvent> = {
  ItemAddedToCart: (tx, { key, at, data }) => putLines(tx, key, [data], at),
  ItemQuantityChanged: ({ sql }, { key, data }) => sql`
    update write.cart_lines set quantity = ${data.quantity}, unit_price = ${data.unitPrice}
    where cart_id = ${key} and variant_id = ${data.variantId}`,
  ItemRemovedFromCart: ({ sql }, { key, data }) => sql`
    delete from write.cart_lines where cart_id = ${key} and variant_id = ${data.variantId}`,
  CartMerged: (tx, { key, at, data }) => putLines(tx, key, data.lines, at),
  CartHandedOver: setBased(emptyCarts),
  CartCheckedOut: setBased(emptyCarts),
}
