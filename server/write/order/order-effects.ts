import type { WriteTx } from '@/server/engine/commands/command'
import { type EffectsOf, setBased } from '@/server/engine/commands/effects'
import type { OrderEvent } from '@/server/events/order'

export const orderEffects: EffectsOf<OrderEvent> = {
  OrderPlaced: setBased((tx, events) => insertOrders(tx, events)),
  PaymentAuthorised: setBased(({ sql }, events) => {
    const paid = events.map(({ at, data }) => ({
      order: data.orderId,
      payment: data.paymentId,
      ref: data.reference,
      at,
    }))
    return sql`
      with paid as (
        select * from jsonb_to_recordset(${sql.json(paid)}) as paid ("order" uuid, payment uuid, ref text, at timestamptz)),
      orders as (update write.orders set status = 'paid' where id = any(array(select "order" from paid)))
      update write.payments p set status = 'authorised', reference = paid.ref, updated_at = paid.at
      from paid where p.id = paid.payment and p.id = any(array(select payment from paid))`
  }),
  PaymentDelayed: (tx, { at, data }) => settlePayment(tx, data.paymentId, 'delayed', data.reference, at),
  PaymentDeclined: (tx, { at, data }) => settlePayment(tx, data.paymentId, 'declined', null, at),
  OrderCancelled: (tx, { at, data }) =>
    Promise.all([
      tx.sql`update write.orders set status = 'cancelled' where id = ${data.orderId}`,
      ...(data.total > 0 ? [voidPayment(tx, data.paymentId, at)] : []),
      moveStock(tx, data.lines, 1),
    ]),
  OrderShipped: ({ sql }, { at, data }) =>
    Promise.all([
      sql`update write.orders set status = 'shipped' where id = ${data.orderId}`,
      sql`
        insert into write.shipments (id, order_id, carrier, tracking_number, shipped_at)
        values (${data.shipmentId}, ${data.orderId}, ${data.carrier}, ${data.trackingNumber}, ${at})`,
    ]),
  RefundIssued: ({ sql }, { at, data }) => sql`
    insert into write.refunds (id, order_id, number, amount, reason, issued_at)
    values (${data.refundId}, ${data.orderId}, ${data.number}, ${data.amount}, ${data.reason}, ${at})`,
}

type Placed = Extract<OrderEvent, { type: 'OrderPlaced' }>

/** One statement for four tables: this is the path that has to be quick. What a history sold was never on our shelf. */
function insertOrders({ sql }: WriteTx, events: readonly Placed[]) {
  return sql`
    with placed as (
      select * from jsonb_to_recordset(${sql.json(events.map(toRow) as never)}) as placed (id uuid, number text,
        shopper_id uuid, origin text, currency text, lines bigint, discount bigint, shipping bigint, tax bigint,
        total bigint, contact jsonb, address jsonb, payment uuid, token text, at timestamptz, items jsonb)),
    orders as (
      insert into write.orders (id, number, shopper_id, origin, status, currency, lines_amount, discount_amount,
        shipping_amount, tax_amount, total_amount, contact, address, placed_at)
      select id, number, shopper_id, origin, 'awaiting-payment', currency, lines, discount, shipping, tax, total,
        contact, address, at
      from placed),
    payments as (
      insert into write.payments (id, order_id, status, amount, token, updated_at)
      select payment, id, 'pending', total, token, at from placed),
    items as materialized (
      select placed.id, origin, ordinal, item."variantId" as variant_id, item.name, item.quantity, item."unitPrice",
        item.amount
      from placed, rows from (jsonb_to_recordset(items) as ("variantId" uuid, name text, quantity int,
        "unitPrice" bigint, amount bigint)) with ordinality as item ("variantId", name, quantity, "unitPrice", amount, ordinal)),
    taken as (
      update write.stock set on_hand = on_hand - sold.quantity
      from (select variant_id, sum(quantity)::int as quantity from items where origin = 'shop' group by variant_id) sold
      where stock.variant_id = sold.variant_id and stock.variant_id = any(array(select variant_id from items)))
    insert into write.order_lines (order_id, ordinal, variant_id, name, quantity, unit_price, amount)
    select id, ordinal, variant_id, name, quantity, "unitPrice", amount from items`
}

function toRow({ at, data }: Placed) {
  const { number, shopperId, origin, currency, amounts, contact, address, paymentId, paymentMethod, lines } = data
  const items = lines.map(({ variantId, name, quantity, unitPrice, amount }) => ({
    variantId,
    name,
    quantity,
    unitPrice,
    amount,
  }))
  const payment = { payment: paymentId, token: paymentMethod?.token ?? null }
  return {
    id: data.orderId,
    number,
    shopper_id: shopperId,
    origin,
    currency,
    ...amounts,
    contact,
    address,
    ...payment,
    at,
    items,
  }
}

type Moved = readonly { variantId: string; quantity: number }[]

/**
 * The rows are locked already, in the order of their ids: by the load of the command that decided this. One parameter of
 * JSON instead of two arrays: by the arrays' lengths PostgreSQL would plan the statement anew each time.
 */
function moveStock({ sql }: WriteTx, lines: Moved, direction: 1 | -1) {
  const moved = lines.map(({ variantId, quantity }) => ({ variant_id: variantId, quantity: direction * quantity }))
  return sql`
    update write.stock set on_hand = on_hand + moved.quantity
    from jsonb_to_recordset(${sql.json(moved)}) as moved(variant_id uuid, quantity int)
    where stock.variant_id = moved.variant_id`
}

/** Not one that was declined; nor one that went back by refunds, which stays what it was. */
function voidPayment({ sql }: WriteTx, paymentId: string, at: string) {
  return sql`
    update write.payments set status = 'voided', updated_at = ${at} where id = ${paymentId} and status <> 'declined'`
}

function settlePayment({ sql }: WriteTx, paymentId: string, status: string, reference: string | null, at: string) {
  return sql`
    update write.payments set status = ${status}, reference = coalesce(${reference}, reference), updated_at = ${at}
    where id = ${paymentId}`
}
