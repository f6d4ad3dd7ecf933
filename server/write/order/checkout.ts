import type { WriteTx } from '@/server/engine/commands/command'
import { sentTogether } from '@/server/engine/database/sent-together'
import type { Fact } from '@/server/engine/log/event'
import type { OrderEvent } from '@/server/events/order'
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

type Wanted = { shopperId: string; orderId: string }
type Row = CheckoutLine & { shopperId: string; addedAt: string }

/**
 * Locks the carts in the order of their ids, then the stock of their lines in the order of theirs, so that buyers of the
 * same things wait for each other and never in a circle. The statements go out at once; the second begins, with a
 * snapshot of its own, when the carts are locked.
 */
export async function lockCheckouts({ sql }: WriteTx, wanted: readonly Wanted[]): Promise<Checkout[]> {
  const inOrder = [...wanted].sort((a, b) => compare(a.shopperId, b.shopperId))
  const shoppers = inOrder.map(({ shopperId }) => shopperId)
  const orders = inOrder.map(({ orderId }) => orderId)
  const [placed, rows] = await sentTogether([
    sql<{ id: string; isPlaced: boolean }[]>`
      select "orderId" as id, ${cartLock(sql, sql`"shopperId"`)},
        "orderId" = any(array(select id from write.orders where id = any(${orders}::uuid[]))) as "isPlaced"
      from jsonb_to_recordset(${sql.json(inOrder)}) as wanted ("shopperId" text, "orderId" uuid)`,
    sql<Row[]>`
      select l.cart_id as "shopperId", l.variant_id as "variantId", v.product_id as "productId", p.slug, v.sku, p.name,
        v.label, p.picture, p.category, l.quantity, r.amount as "unitPrice", r.currency,
        p.status = 'on-sale' as "onSale", s.on_hand as "inStock", l.added_at as "addedAt"
      from write.cart_lines l
      join write.variants v on v.id = l.variant_id
      join write.products p on p.id = v.product_id
      join write.prices r on r.variant_id = l.variant_id and r.valid_to is null
      join write.stock s on s.variant_id = l.variant_id
      where l.cart_id = any(${shoppers}::uuid[])
      order by l.variant_id
      for update of s`,
  ])
  const linesOf = groupByShopper(rows)
  const isPlaced = new Set(placed.filter((one) => one.isPlaced).map(({ id }) => id))
  const empty = wanted.filter(({ shopperId }) => !linesOf.has(shopperId))
  const done = empty.length > 0 ? await placedBy(sql, empty) : new Set()
  return wanted.map(({ shopperId, orderId }) => ({
    lines: linesOf.get(shopperId) ?? [],
    isPlaced: isPlaced.has(orderId),
    isDone: done.has(orderId),
  }))
}

export async function lockCheckout(tx: WriteTx, wanted: Wanted): Promise<Checkout> {
  const [checkout] = await lockCheckouts(tx, [wanted])
  if (!checkout) throw new Error('A checkout was asked for and not answered.')
  return checkout
}

/** In the order in which they were put into the cart. */
function groupByShopper(rows: readonly Row[]): Map<string, CheckoutLine[]> {
  const found = new Map<string, CheckoutLine[]>()
  for (const { shopperId, addedAt: _, ...line } of [...rows].sort((a, b) => compare(a.addedAt, b.addedAt))) {
    const lines = found.get(shopperId)
    if (lines) lines.push(line)
    else found.set(shopperId, [line])
  }
  return found
}

/** Asked anew: what was asked with the lock was answered as of before it was waited for. */
async function placedBy(sql: WriteTx['sql'], wanted: readonly Wanted[]): Promise<Set<string>> {
  const ids = wanted.map(({ orderId }) => orderId)
  const rows = await sql<{ id: string; shopperId: string | null }[]>`
    select id, shopper_id as "shopperId" from write.orders where id = any(${ids}::uuid[])`
  const isOwn = (row: (typeof rows)[number]) =>
    wanted.some(({ orderId, shopperId }) => orderId === row.id && shopperId === row.shopperId)
  return new Set(rows.filter(isOwn).map(({ id }) => id))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What is left of the stock when these orders have been placed. */
export function afterOrders(checkout: Checkout, events: readonly Fact[]): Checkout {
  const taken = new Map<string, number>()
  for (const event of events as readonly OrderEvent[]) {
    if (event.type !== 'OrderPlaced') continue
    for (const { variantId, quantity } of event.data.lines) taken.set(variantId, (taken.get(variantId) ?? 0) + quantity)
  }
  const lines = checkout.lines.map((line) => ({ ...line, inStock: line.inStock - (taken.get(line.variantId) ?? 0) }))
  return { ...checkout, lines }
}
