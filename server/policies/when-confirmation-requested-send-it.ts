import { SYSTEM } from '@/server/actor'
import type { Dispatcher } from '@/server/engine/dispatch'
import type { AnySql, Sql } from '@/server/engine/postgres'
import { reactionId } from '@/server/engine/reaction-id'
import type { Mailer } from '@/server/mail/mail'
import { type ConfirmedOrder, orderConfirmation } from '@/server/mail/order-confirmation'
import { recordConfirmationSent } from '@/server/write/confirmation/record-confirmation-sent'

const name = 'when-confirmation-requested-send-it'
/** A letter that was asked for just now has a job: the sweep leaves it alone. */
const SWEEP_AFTER = '10 seconds'

type Sending = Dispatcher & { sql: Sql; mailer: Mailer; shopUrl: string }

/**
 * Sends the letters that are owed. A lock keeps two jobs from sending one letter at once, and `ConfirmationSent` from
 * sending it again. Between the mail server's "taken" and that event lies a moment in which a crash makes it go out
 * twice: under the same Message-ID, by which mail programs show one. A mailbox folder holds it once in any case.
 */
export function createConfirmationSending({ dispatch, sql, mailer, shopUrl }: Sending) {
  return {
    async findDue(): Promise<string[]> {
      const rows = await sql<{ id: string }[]>`
        select c.order_id as id from write.confirmations c join write.orders o on o.id = c.order_id
        where c.sent_at is null and c.requested_at < now() - ${SWEEP_AFTER}::interval
          and o.status in ('paid', 'shipped') and o.contact is not null
        order by c.requested_at limit 1000`
      return rows.map(({ id }) => id)
    },
    async handle(orderId: string): Promise<void> {
      await sql.begin(async (tx) => {
        const [lock] = await tx<{ held: boolean }[]>`
          select pg_try_advisory_xact_lock(hashtextextended(${`${name}/${orderId}`}, 0)) as held`
        if (!lock?.held) return
        const order = await findOwed(tx, orderId)
        if (!order) return
        const letterId = reactionId(name, { commandId: orderId, position: 0 })
        const messageId = `${letterId}@${new URL(shopUrl).hostname}`
        const to = { name: order.contact.name, address: order.contact.email }
        await mailer.send({ messageId, to, ...orderConfirmation(order, shopUrl) })
        const id = reactionId(`${name}/sent`, { commandId: orderId, position: 0 })
        await dispatch(recordConfirmationSent, { id, input: { orderId, messageId }, actor: SYSTEM })
      })
    },
  }
}

/** The order whose letter is owed; null once it is sent, and for orders that were cancelled or people forgotten. */
async function findOwed(sql: AnySql, orderId: string): Promise<ConfirmedOrder | null> {
  const [order] = await sql<ConfirmedOrder[]>`
    select o.id as "orderId", o.number, o.currency, o.contact, o.address,
      jsonb_build_object('lines', lines_amount, 'discount', discount_amount, 'shipping', shipping_amount,
        'tax', tax_amount, 'total', total_amount) as amounts,
      (select jsonb_agg(jsonb_build_object('name', l.name, 'label', v.label, 'quantity', l.quantity, 'amount', l.amount)
          order by l.ordinal)
        from write.order_lines l join write.variants v on v.id = l.variant_id where l.order_id = o.id) as lines
    from write.confirmations c join write.orders o on o.id = c.order_id
    where c.order_id = ${orderId} and c.sent_at is null and o.status in ('paid', 'shipped') and o.contact is not null`
  return order ?? null
}
