import type { Sql } from '@/server/engine/database/postgres'

/**
 * Orders of the last 180 days with three lines each on average, in the normalised tables and as the events that would
 * have made them: the same facts on both sides, for what is measured reads one or the other.
 */
export async function insertOrders(sql: Sql, count: number, onChunk: (orders: number) => void): Promise<void> {
  const chunk = 50_000
  for (let start = 0; start < count; start += chunk) {
    const orders = Math.min(chunk, count - start)
    await sql.begin(async (tx) => {
      await tx`
        create temporary table new_line on commit drop as
        select o.n, o.id, o.shopper_id, o.placed_at, o.line, v.id as variant_id, p.id as product_id, p.name, p.slug, p.picture,
          p.category, v.sku, r.amount as unit_price, 1 + (o.n + o.line) % 3 as quantity
        from (
          select n, md5('order' || n)::uuid as id, md5('shopper' || (n::bigint * 7919) % 100000)::uuid as shopper_id,
            now() - make_interval(secs => ((n::bigint * 15485863) % (180 * 86400))::int) as placed_at,
            generate_series(1, 2 + n % 3) as line
          from generate_series(${start + 1}::int, ${start + orders}::int) n) o
        join (select id, product_id, sku, row_number() over (order by sku) as rank from write.variants) v
          on v.rank = 1 + (o.n::bigint * o.line * 104729) % (select count(*) from write.variants)
        join write.products p on p.id = v.product_id
        join write.prices r on r.variant_id = v.id and r.valid_to is null`
      await tx`
        insert into write.orders (id, number, shopper_id, origin, status, currency, lines_amount, discount_amount,
          shipping_amount, tax_amount, total_amount, placed_at)
        select id, 'TM-' || n, shopper_id, 'shop', 'shipped', 'GBP', sum(quantity * unit_price), 0, 0, 0,
          sum(quantity * unit_price), placed_at
        from new_line group by id, n, shopper_id, placed_at`
      await tx`
        insert into write.order_lines (order_id, ordinal, variant_id, name, quantity, unit_price, amount)
        select id, line, variant_id, name, quantity, unit_price, quantity * unit_price from new_line`
      await tx`
        insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
        select 'order', id, 'OrderPlaced', 1, jsonb_build_object('orderId', id, 'number', 'TM-' || n, 'subject', shopper_id,
            'shopperId', shopper_id, 'guest', false, 'origin', 'shop', 'currency', 'GBP', 'country', 'GB',
            'contact', null, 'address', null, 'paymentId', id, 'paymentMethod', null,
            'lines', jsonb_agg(jsonb_build_object('variantId', variant_id, 'productId', product_id, 'slug', slug,
              'sku', sku, 'name', name, 'label', '', 'picture', picture, 'category', category, 'quantity', quantity,
              'unitPrice', unit_price, 'amount', quantity * unit_price)),
            'amounts', jsonb_build_object('lines', sum(quantity * unit_price), 'discount', 0, 'shipping', 0, 'tax', 0,
              'total', sum(quantity * unit_price))),
          placed_at, 'customer', shopper_id, id
        from new_line group by id, n, shopper_id, placed_at order by n`
    })
    onChunk(orders)
  }
}
