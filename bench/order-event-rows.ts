import type { Sql } from '@/server/engine/database/postgres'

/** After how many other orders one is cancelled, shipped or refunded. */
const CANCELLED_AFTER = 500
const SHIPPED_AFTER = 2000
const REFUNDED_AFTER = 8000
/** Placed, authorised, and what some of them come to: of twenty one is cancelled, the others shipped, one refunded. */
const EVENTS_AN_ORDER = 1 + 1 + 0.95 + 0.05 + 0.05
const CHUNK = 10_000

/**
 * The lives of orders of the last 180 days as events of the log, interleaved as a shop's are, with three lines an order
 * on average. Without names: SQL alone could not read sealed ones. Answers how many events there are.
 */
export async function insertOrderEvents(sql: Sql, count: number, onChunk: (events: number) => void): Promise<number> {
  const orders = Math.ceil(count / EVENTS_AN_ORDER)
  const began = new Date(Date.now() - 180 * 86_400_000).toISOString()
  const secondsAnOrder = (180 * 86_400) / orders
  let events = 0
  for (let first = 0; first < orders + REFUNDED_AFTER; first += CHUNK) {
    const rows = await sql`
      ${ordersOf(sql, { from: first - REFUNDED_AFTER, to: Math.min(orders, first + CHUNK) - 1, began, secondsAnOrder })}
      insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
      select 'order', id, type, 1, data, at, 'customer', shopper_id, id from (${stepsOf(sql)}) steps
      where turn >= ${first} and turn < ${first + CHUNK} order by turn`
    events += rows.count
    onChunk(rows.count)
  }
  return events
}

type Range = { from: number; to: number; began: string; secondsAnOrder: number }

function ordersOf(sql: Sql, { from, to, began, secondsAnOrder }: Range) {
  return sql`
    with orders as (
      select n, md5('order' || n)::uuid as id, md5('payment' || n)::uuid as payment_id,
        md5('shopper' || (n::bigint * 7919) % 100000)::uuid as shopper_id,
        date_trunc('milliseconds', ${began}::timestamptz + make_interval(secs => n * ${secondsAnOrder}::float8)) as placed_at, lines, total
      from generate_series(${Math.max(0, from)}::int, ${to}::int) n, lateral (
        select jsonb_agg(jsonb_build_object('variantId', md5('variant' || product)::uuid,
          'productId', md5('product' || product)::uuid, 'slug', 'product-' || product, 'sku', 'TM-' || product,
          'name', 'A thing of the kind ' || product, 'label', '', 'picture', 'picture-' || product || '.svg',
          'category', 'kitchen', 'quantity', 1 + (n + product) % 3, 'unitPrice', 100 + product,
          'amount', (1 + (n + product) % 3) * (100 + product))) as lines,
          sum((1 + (n + product) % 3) * (100 + product)) as total
        from (select (n::bigint * line * 104729 % 1000)::int as product from generate_series(1, 2 + n % 3) line) line) lines)`
}

function stepsOf(sql: Sql) {
  return sql`
    select n::float8 as turn, 'OrderPlaced' as type, id, shopper_id, placed_at as at, jsonb_build_object(
      'orderId', id, 'number', 'TM-' || n, 'subject', shopper_id, 'shopperId', shopper_id, 'guest', false,
      'origin', 'shop', 'currency', 'GBP', 'country', 'GB', 'contact', null, 'address', null, 'paymentId', payment_id,
      'paymentMethod', null, 'lines', lines, 'amounts', jsonb_build_object('lines', total, 'discount', 0, 'shipping', 0,
        'tax', 0, 'total', total)) as data from orders
    union all
    select n + 0.5, 'PaymentAuthorised', id, shopper_id, placed_at + interval '1 second', jsonb_build_object(
      'orderId', id, 'paymentId', payment_id, 'amount', total, 'reference', 'R' || n) from orders
    union all
    select n + ${CANCELLED_AFTER}, 'OrderCancelled', id, shopper_id, placed_at + interval '1 hour', jsonb_build_object(
      'orderId', id, 'reason', 'No longer wanted', 'paymentId', payment_id, 'shopperId', shopper_id, 'placedAt', placed_at,
      'total', total, 'lines', lines) from orders where n % 20 = 7
    union all
    select n + ${SHIPPED_AFTER}, 'OrderShipped', id, shopper_id, placed_at + interval '1 day', jsonb_build_object(
      'orderId', id, 'shipmentId', payment_id, 'carrier', 'Royal Mail', 'trackingNumber', 'RM' || n)
    from orders where n % 20 <> 7
    union all
    select n + ${REFUNDED_AFTER}, 'RefundIssued', id, shopper_id, placed_at + interval '4 days', jsonb_build_object(
      'refundId', payment_id, 'orderId', id, 'number', 'TM-' || n, 'shopperId', shopper_id, 'paymentId', payment_id,
      'amount', (total::bigint / 2), 'currency', 'GBP', 'reason', 'Damaged') from orders where n % 20 = 13`
}
