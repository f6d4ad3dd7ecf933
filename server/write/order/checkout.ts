import type { WriteTx } from '@/server/engine/command'
import type { Category } from '@/server/events/product'
import { cartLock } from '../cart/cart'

/** A cart's line beside what the catalogue says of it now. */
export type CheckoutLine = {
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  label: string
  picture: string
  category: Category
  quantity: number
  unitPrice: number
  currency: string
  onSale: boolean
  inStock: number
}

/** `isDone`: nothing is in the cart any more, and this very order was placed by its owner. */
export type Checkout = { lines: CheckoutLine[]; isPlaced: boolean; isDone: boolean }

/**
 * Locks the cart, then the stock of its lines in the order of their ids, so that two buyers of the same things wait for
 * each other and never in a circle. The statements go out at once; each begins when the one before it is done.
 */
export async function lockCheckout({ sql }: WriteTx, shopperId: string, orderId: string): Promise<Checkout> {
  const [[before], rows] = await Promise.all([
    sql<{ isPlaced: boolean }[]>`
      select ${cartLock(sql, shopperId)}, exists (select from write.orders where id = ${orderId}) as "isPlaced"`,
    sql<(CheckoutLine & { addedAt: string })[]>`
      select l.variant_id as "variantId", v.product_id as "productId", p.slug, v.sku, p.name, v.label, p.picture,
        p.category, l.quantity, r.amount as "unitPrice", r.currency, p.status = 'on-sale' as "onSale",
        s.on_hand as "inStock", l.added_at as "addedAt"
      from write.cart_lines l
      join write.variants v on v.id = l.variant_id
      join write.products p on p.id = v.product_id
      join write.prices r on r.variant_id = l.variant_id and r.valid_to is null
      join write.stock s on s.variant_id = l.variant_id
      where l.cart_id = ${shopperId}
      order by l.variant_id
      for update of s`,
  ])
  const lines = rows.sort((a, b) => compare(a.addedAt, b.addedAt)).map(({ addedAt: _, ...line }) => line)
  const isDone = lines.length === 0 && (await isPlacedBy(sql, shopperId, orderId))
  return { lines, isPlaced: before?.isPlaced ?? false, isDone }
}

/** Asked anew: what was asked with the lock was answered as of before it was waited for. */
async function isPlacedBy(sql: WriteTx['sql'], shopperId: string, orderId: string): Promise<boolean> {
  const rows = await sql`select from write.orders where id = ${orderId} and shopper_id = ${shopperId}`
  return rows.length > 0
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
