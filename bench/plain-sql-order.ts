import { v7 } from 'uuid'
import type { Sql } from '@/server/engine/database/postgres'
import type { FilledCart } from './catalogue-rows'
import { ADDRESS, CONTACT } from './order-input'

const KEY = Buffer.alloc(32, 7)

type Line = { variantId: string; name: string; quantity: number; unitPrice: number }

/**
 * What somebody would write who wants an order in these tables and nothing else: the statements that one order takes,
 * sent together where they can be, with no schema, decision, effect registry or encryption around them.
 */
export async function placeOrderAsPlainSql(sql: Sql, { shopperId }: FilledCart): Promise<void> {
  const orderId = v7()
  const commandId = v7()
  const at = new Date().toISOString()
  await sql.begin(async (tx) => {
    await tx`select fingerprint, answer from write.command_ledger where id = ${commandId}`
    const [, lines] = await Promise.all([
      tx`select pg_advisory_xact_lock(hashtextextended(${shopperId}, 0))`,
      tx<Line[]>`
        select l.variant_id as "variantId", p.name, l.quantity, r.amount as "unitPrice", s.on_hand
        from write.cart_lines l
        join write.variants v on v.id = l.variant_id
        join write.products p on p.id = v.product_id
        join write.prices r on r.variant_id = l.variant_id and r.valid_to is null
        join write.stock s on s.variant_id = l.variant_id
        where l.cart_id = ${shopperId}
        order by l.variant_id
        for update of s`,
      tx`select 1 from write.orders where id = ${orderId}`,
    ])
    const total = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0)
    await Promise.all([
      tx`
        insert into write.orders (id, number, shopper_id, origin, status, currency, lines_amount, discount_amount,
          shipping_amount, tax_amount, total_amount, contact, address, placed_at)
        values (${orderId}, 'TM-PLAIN', ${shopperId}, 'shop', 'awaiting-payment', 'GBP', ${total}, 0, 0, 0, ${total},
          ${tx.json(CONTACT)}, ${tx.json(ADDRESS)}, ${at})`,
      tx`
        insert into write.order_lines (order_id, ordinal, variant_id, name, quantity, unit_price, amount)
        select ${orderId}, n, (l->>'variantId')::uuid, l->>'name', (l->>'quantity')::int, (l->>'unitPrice')::bigint,
          (l->>'quantity')::int * (l->>'unitPrice')::bigint
        from jsonb_array_elements(${tx.json(lines)}) with ordinality as list(l, n)`,
      tx`
        insert into write.payments (id, order_id, status, amount, updated_at)
        values (${commandId}, ${orderId}, 'pending', ${total}, ${at})`,
      tx`
        update write.stock set on_hand = on_hand - moved.quantity
        from unnest(${lines.map((line) => line.variantId)}::uuid[], ${lines.map((line) => line.quantity)}::int[])
          as moved(variant_id, quantity)
        where stock.variant_id = moved.variant_id`,
    ])
    await tx`delete from write.cart_lines where cart_id = ${shopperId}`
    await Promise.all([
      tx`insert into write.subject_key (subject, key) values (${shopperId}, ${KEY}) on conflict (subject) do nothing`,
      tx`select subject, key from write.subject_key where subject = ${shopperId}`,
    ])
    await tx`
      insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
      values ('order', ${orderId}, 'OrderPlaced', 1, ${tx.json({ orderId, lines, total })}, ${at}, 'guest', ${shopperId},
          ${commandId}),
        ('cart', ${shopperId}, 'CartCheckedOut', 1, ${tx.json({ orderId })}, ${at}, 'guest', ${shopperId}, ${commandId})
      returning xid::text as xid, position`
    await tx`
      insert into write.command_ledger (id, name, fingerprint, answer)
      values (${commandId}, 'PlaceOrder', 'plain', ${tx.json({ result: { orderId } })})`
  })
}
