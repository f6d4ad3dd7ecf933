import type { Sql } from '@/server/engine/database/postgres'

/** Events that an order leaves in the log here. */
export const EVENTS_OF_AN_ORDER = 5
const ORDERS_AT_ONCE = 10_000

/** The id of the n-th order, here and in SQL. */
const ORDER_ID = `overlay(overlay(md5('order' || n) placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid`

export const orderIdOf = async (sql: Sql, n: number): Promise<string> => {
  const [row] = await sql<{ id: string }[]>`select ${sql.unsafe(ORDER_ID.replace('|| n)', `|| ${n})`))} as id`
  return row?.id ?? ''
}

/**
 * Fills a log and the table of order details by set-based SQL, as if so many orders had been placed and paid. Indexes
 * are made when the rows are there, which is quicker and gives the same.
 */
export async function fillLog(owner: Sql, orders: number, onChunk: (orders: number) => void): Promise<void> {
  const indexes = await owner<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = 'write.event'::regclass and not indisprimary`
  for (const { name } of indexes) await owner.unsafe(`drop index ${name}`)
  for (let start = 1; start <= orders; start += ORDERS_AT_ONCE) {
    const end = Math.min(orders, start + ORDERS_AT_ONCE - 1)
    await insertEvents(owner, start, end)
    await insertDetails(owner, start, end)
    onChunk(end - start + 1)
  }
  for (const { definition } of indexes) await owner.unsafe(definition)
  await owner`update read.checkpoint set snapshot = pg_current_snapshot(), target = null, reached = 0`
  await owner`vacuum analyze write.event`
  await owner`vacuum analyze read.order_detail`
}

function insertEvents(owner: Sql, start: number, end: number) {
  return owner`
    insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
    select e.stream, case e.stream when 'order' then id else shopper end, e.type, 1, e.data, now(), 'customer', shopper, id
    from (
      select n, ${owner.unsafe(ORDER_ID)} as id, md5('shopper' || n % 100000)::uuid as shopper
      from generate_series(${start}::int, ${end}::int) n) o
    cross join lateral (values
      (1, 'cart', 'ItemAddedToCart', jsonb_build_object('quantity', 1, 'item', ${LINE(owner)})),
      (2, 'order', 'OrderPlaced', jsonb_build_object('orderId', id, 'number', 'TM-' || n, 'subject', shopper,
        'shopperId', shopper, 'guest', false, 'origin', 'shop', 'currency', 'GBP', 'country', 'GB', 'contact', null,
        'address', null, 'paymentId', id, 'paymentMethod', null, 'lines', jsonb_build_array(${LINE(owner)}, ${LINE(owner)}),
        'amounts', ${AMOUNTS(owner)})),
      (3, 'cart', 'CartCheckedOut', jsonb_build_object('orderId', id)),
      (4, 'order', 'PaymentAuthorised', jsonb_build_object('orderId', id, 'paymentId', id, 'amount', 2000,
        'reference', 'test')),
      (5, 'confirmation', 'ConfirmationSent', jsonb_build_object('orderId', id, 'messageId', id))
    ) e (ordinal, stream, type, data)
    order by n, ordinal`
}

function insertDetails(owner: Sql, start: number, end: number) {
  return owner`
    insert into read.order_detail (order_id, number, shopper_id, guest, origin, status, currency, lines, amounts, payment,
      shipments, refunds, placed_at)
    select ${owner.unsafe(ORDER_ID)}, 'TM-' || n, md5('shopper' || n % 100000)::uuid, false, 'shop', 'paid', 'GBP',
      jsonb_build_array(${LINE(owner)}, ${LINE(owner)}), ${AMOUNTS(owner)}, '{"status": "authorised"}', '[]', '[]', now()
    from generate_series(${start}::int, ${end}::int) n`
}

const LINE = (owner: Sql) => owner`
  jsonb_build_object('variantId', md5('variant' || n % 1000)::uuid, 'productId', md5('product' || n % 1000)::uuid,
    'slug', 'product-' || n % 1000, 'sku', 'SKU-' || n % 1000, 'name', 'Product ' || n % 1000, 'label', '',
    'picture', 'wrench', 'category', 'gear', 'quantity', 1, 'unitPrice', 1000, 'amount', 1000)`
const AMOUNTS = (owner: Sql) => owner`
  '{"lines": 2000, "discount": 0, "shipping": 0, "tax": 333, "total": 2000}'::jsonb`
