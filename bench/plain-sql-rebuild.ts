import type { Sql } from '@/server/engine/database/postgres'

const TABLES = ['order_history', 'revenue_day', 'revenue_shopper', 'revenue_returning']

/**
 * What a database alone takes for the same rows: one INSERT … SELECT over the log for each projection, into tables whose
 * indexes are made afterwards, as ours are. Answers the seconds.
 */
export async function rebuildBySql(sql: Sql, timeZone: string): Promise<number> {
  await sql`create schema bench`
  for (const table of TABLES) await sql.unsafe(`create table bench.${table} (like read.${table} including generated)`)
  const began = performance.now()
  await insertOrderHistory(sql)
  await insertRevenue(sql, timeZone)
  for (const table of TABLES) await createIndexes(sql, table)
  return (performance.now() - began) / 1000
}

async function createIndexes(sql: Sql, table: string): Promise<void> {
  const indexes = await sql<{ definition: string }[]>`
    select replace(indexdef, ' ON read.', ' ON bench.') as definition from pg_indexes
    where schemaname = 'read' and tablename = ${table}`
  for (const { definition } of indexes) await sql.unsafe(definition)
  await sql.unsafe(`analyze bench.${table}`)
}

function insertOrderHistory(sql: Sql) {
  return sql`
    insert into bench.order_history (order_id, number, shopper_id, customer_name, customer_email, status, currency, total,
      refunded, item_count, items, placed_at)
    select placed.key, data->>'number', (data->>'shopperId')::uuid, null, null,
      case when cancelled then 'cancelled' when shipped then 'shipped' when paid then 'paid' else 'awaiting-payment' end,
      data->>'currency', (data->'amounts'->>'total')::bigint, coalesce(refunded, 0), item_count, items, placed_at
    from (
      select key, data, at as placed_at, lines.* from write.event, lateral (
        select sum((line->>'quantity')::int) as item_count, jsonb_agg(jsonb_build_object('name', line->'name', 'picture',
          line->'picture', 'category', line->'category') order by ordinal) filter (where ordinal <= 4) as items
        from jsonb_array_elements(data->'lines') with ordinality l (line, ordinal)) lines
      where type = 'OrderPlaced') placed
    left join (
      select key, bool_or(type = 'OrderCancelled') as cancelled, bool_or(type = 'OrderShipped') as shipped,
        bool_or(type = 'PaymentAuthorised') as paid, sum((data->>'amount')::bigint) filter (where type = 'RefundIssued')
        as refunded
      from write.event where type in ('PaymentAuthorised', 'OrderShipped', 'OrderCancelled', 'RefundIssued')
      group by key) later using (key)`
}

/** The three tables of revenue in one statement: they share what is read of the log. */
function insertRevenue(sql: Sql, timeZone: string) {
  return sql`
    with change as materialized (
      select case when type = 'OrderCancelled' then (data->>'placedAt')::timestamptz else at end as at,
        case type when 'OrderPlaced' then 1 when 'OrderCancelled' then -sign((data->>'total')::bigint)::int else 0 end as orders,
        case type when 'OrderPlaced' then (data->'amounts'->>'total')::bigint
          when 'OrderCancelled' then -(data->>'total')::bigint else 0 end as gross,
        case when type = 'RefundIssued' then (data->>'amount')::bigint else 0 end as refunds,
        (type = 'RefundIssued')::int as refund_count,
        case when type <> 'RefundIssued' then (data->>'shopperId')::uuid end as shopper_id
      from write.event where type in ('OrderPlaced', 'OrderCancelled', 'RefundIssued')),
    daily as materialized (
      select (at at time zone ${timeZone})::date as day, shopper_id, sum(orders) as orders, sum(gross) as gross,
        sum(refunds) as refunds, sum(refund_count) as refund_count
      from change group by 1, 2),
    bought as materialized (
      select day, shopper_id, orders, coalesce(lag(day) over (partition by shopper_id order by day), '-infinity') as previous
      from daily where shopper_id is not null and orders > 0),
    days as (
      insert into bench.revenue_day (day, orders, customers, gross, refunds, refund_count)
      select day, sum(orders), count(shopper_id) filter (where orders > 0), sum(gross), sum(refunds), sum(refund_count)
      from daily group by day),
    shoppers as (
      insert into bench.revenue_shopper (shopper_id, days)
      select shopper_id, jsonb_object_agg(day, orders) from bought group by shopper_id)
    insert into bench.revenue_returning (day, previous_day, shoppers)
    select day, previous, count(*) from bought group by 1, 2`
}
