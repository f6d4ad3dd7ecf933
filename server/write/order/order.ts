import type { Asked, WriteTx } from '@/server/engine/commands/command'
import { sentTogether } from '@/server/engine/database/sent-together'

export type Order = {
  orderId: string
  number: string
  shopperId: string | null
  origin: 'shop' | 'history'
  status: 'awaiting-payment' | 'paid' | 'shipped' | 'cancelled'
  currency: string
  total: number
  placedAt: string
  payment: { paymentId: string; status: 'pending' | 'delayed' | 'authorised' | 'declined' | 'voided' }
}

/** With what was paid back of it so far. */
export type RefundableOrder = Order & { refunded: number }

type Row = Omit<Order, 'payment'> & { paymentId: string; paymentStatus: Order['payment']['status'] }

/** Locks the order with its payment, so that the commands on it follow each other, and reads what they decide on. */
export async function lockOrder(tx: WriteTx, orderId: string): Promise<Order | undefined> {
  return (await lockOrders(tx, [orderId]))[0]
}

/** Locks orders in the order of their ids, and answers them in the order of the question. */
async function lockOrders({ sql }: WriteTx, orderIds: readonly string[]): Promise<(Order | undefined)[]> {
  const locked = await sql<Row[]>`
    select o.id as "orderId", o.number, o.shopper_id as "shopperId", o.origin, o.status, o.currency,
      o.total_amount as total, o.placed_at as "placedAt", p.id as "paymentId", p.status as "paymentStatus"
    from write.orders o join write.payments p on p.order_id = o.id
    where o.id = any(${orderIds as string[]}::uuid[]) and p.order_id = any(${orderIds as string[]}::uuid[])
    order by o.id for no key update`
  const found = new Map(locked.map((row) => [row.orderId, toOrder(row)]))
  return orderIds.map((id) => found.get(id))
}

function toOrder({ paymentId, paymentStatus, ...order }: Row): Order {
  return { ...order, payment: { paymentId, status: paymentStatus } }
}

/** How several answers of the provider are recorded at once. */
export const ordersTogether = {
  about: ({ input }: Asked<AboutOrder>) => input.orderId,
  load: (tx: WriteTx, asked: readonly Asked<AboutOrder>[]) =>
    lockOrders(
      tx,
      asked.map(({ input }) => input.orderId),
    ),
}
type AboutOrder = { orderId: string }

/** The statements go out at once; the second begins, with a snapshot of its own, when the locks are held. */
export async function lockRefundableOrder(tx: WriteTx, orderId: string): Promise<RefundableOrder | undefined> {
  const [order, [refunds]] = await sentTogether([
    lockOrder(tx, orderId),
    tx.sql<{ refunded: number }[]>`
      select coalesce(sum(amount), 0)::bigint as refunded from write.refunds where order_id = ${orderId}`,
  ])
  return order && { ...order, refunded: refunds?.refunded ?? 0 }
}
