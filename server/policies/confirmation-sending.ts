import { SYSTEM } from '@/server/actor'
import type { Dispatcher } from '@/server/engine/commands/dispatch'
import type { Locks } from '@/server/engine/database/locks'
import type { Sql } from '@/server/engine/database/postgres'
import { findCheckpoint } from '@/server/engine/log/checkpoint'
import { measureLag } from '@/server/engine/log/lag'
import { POLICY_CHECKPOINTS } from '@/server/engine/reactions/policy'
import { reactionId } from '@/server/engine/reactions/reaction-id'
import type { Mailer } from '@/server/mail/mail'
import { type ConfirmedOrder, orderConfirmation } from '@/server/mail/order-confirmation'
import { recordConfirmationSent } from '@/server/write/confirmation/record-confirmation-sent'

const name = 'confirmation-sending'
/** The policy that sends letters at once. What it has not come to yet is not lost. */
export const CONFIRMING_POLICY = 'when-payment-authorised-send-confirmation'
/** Of a payment of just now the policy may be sending the letter, or a job: the sweep leaves it alone. */
const SWEEP_AFTER_MS = 10_000
/** A letter about something so old would only be strange. */
export const TOO_LATE_AFTER_MS = 24 * 60 * 60_000
/** What was recorded so long after it had happened was told of the past, by an import or a demo. */
const TOLD_OF_THE_PAST_MS = 60_000

export type Sending = Dispatcher & { sql: Sql; locks: Locks; mailer: Mailer; shopUrl: string }

/**
 * Sends the letters that are owed. A lock keeps two workers from sending one letter at once, and `ConfirmationSent` from
 * sending it again. Between the mail server's "taken" and that event lies a moment in which a crash makes it go out
 * twice: under the same Message-ID, by which mail programs show one. A mailbox folder holds it once in any case.
 */
export function createConfirmationSending({ dispatch, sql, locks, mailer, shopUrl }: Sending) {
  async function send(orderId: string, onAsked: () => void): Promise<void> {
    const order = await findOwed(sql, orderId)
    if (!order) return
    const letterId = reactionId(name, { commandId: orderId, position: 0 })
    const messageId = `${letterId}@${new URL(shopUrl).hostname}`
    const to = { name: order.contact.name, address: order.contact.email }
    onAsked()
    await mailer.send({ messageId, to, ...orderConfirmation(order, shopUrl) })
    const id = reactionId(`${name}/sent`, { commandId: orderId, position: 0 })
    await dispatch(recordConfirmationSent, { id, input: { orderId, messageId }, actor: SYSTEM })
  }

  return {
    /** Does nothing where no letter is owed. Throws while another worker is sending it. */
    handle: (orderId: string, onAsked = () => {}) =>
      locks.holdWhile(`${name}/${orderId}`, () => send(orderId, onAsked)),
    /** What the policy has passed, and neither it nor a job has sent. Without a policy nothing is lost yet. */
    async findDue(): Promise<string[]> {
      const place = await findCheckpoint(sql, POLICY_CHECKPOINTS, CONFIRMING_POLICY)
      const [lag] = place ? await measureLag(sql, [place]) : []
      if (!lag) return []
      const rows = await sql<{ id: string }[]>`
        select o.id from write.orders o
        where o.placed_at > now() - interval '25 hours' and o.placed_at <= now() - ${lag.lagMs} * interval '1 millisecond'
          and ${isOwed(sql, SWEEP_AFTER_MS, lag.next ?? Number.MAX_SAFE_INTEGER)}
        order by o.placed_at limit 1000`
      return rows.map(({ id }) => id)
    },
  }
}

/**
 * That a letter is owed stands in no row of its own, for which every order would have to pay: it follows from what is
 * there, a paid order of the shop whose buyer can be reached and has not been written to. The times are no parameters:
 * PostgreSQL would plan the statement anew for them at every execution. And it looks each order up by itself: a join of
 * all of them, planned while the tables were nearly empty, took minutes when they were not.
 */
function isOwed(sql: Sql, paidMsAgo: number, before = Number.MAX_SAFE_INTEGER) {
  const time = (ms: number) => sql.unsafe(`interval '${ms} milliseconds'`)
  return sql`
    o.origin = 'shop' and o.status in ('paid', 'shipped') and o.contact is not null
    and (select true from write.confirmations c where c.order_id = o.id) is null
    and (
      select true from write.event e where e.stream = 'order' and e.key = o.id and e.type = 'PaymentAuthorised'
        and e.at between now() - ${time(TOO_LATE_AFTER_MS)} and now() - ${time(paidMsAgo)}
        and e.recorded_at - e.at <= ${time(TOLD_OF_THE_PAST_MS)} and e.position < ${before} limit 1)`
}

async function findOwed(sql: Sql, orderId: string): Promise<ConfirmedOrder | null> {
  const [order] = await sql<ConfirmedOrder[]>`
    select o.id as "orderId", o.number, o.currency, o.contact, o.address,
      jsonb_build_object('lines', lines_amount, 'discount', discount_amount, 'shipping', shipping_amount,
        'tax', tax_amount, 'total', total_amount) as amounts,
      (select jsonb_agg(jsonb_build_object('name', l.name, 'label', v.label, 'quantity', l.quantity, 'amount', l.amount)
          order by l.ordinal)
        from write.order_lines l join write.variants v on v.id = l.variant_id where l.order_id = o.id) as lines
    from write.orders o
    where o.id = ${orderId} and ${isOwed(sql, 0)}`
  return order ?? null
}
