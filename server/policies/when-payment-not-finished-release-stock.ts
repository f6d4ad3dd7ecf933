import { SYSTEM } from '@/server/actor'
import type { Dispatcher } from '@/server/engine/commands/dispatch'
import type { Sql } from '@/server/engine/database/postgres'
import { reactionId } from '@/server/engine/reactions/reaction-id'
import { releaseUnpaidOrder } from '@/server/write/order/release-unpaid-order'

const name = 'when-payment-not-finished-release-stock'

/** How long goods are kept for somebody whose payment has no answer. */
export const UNPAID_AFTER_MS = 30 * 60_000

type Releasing = Dispatcher & { sql: Sql; unpaidAfterMs?: number | undefined }

/**
 * Takes back orders whose payment was not finished in time: the goods go on the shelf again, and the policy on cancelled
 * orders voids what the provider may hold. Which orders are due stands in the tables.
 */
export function createStockRelease({ dispatch, sql, unpaidAfterMs = UNPAID_AFTER_MS }: Releasing) {
  const findDue = async (orderId: string | null = null): Promise<string[]> => {
    const rows = await sql<{ id: string }[]>`
      select o.id from write.payments p join write.orders o on o.id = p.order_id
      where p.status in ('pending', 'delayed') and o.status = 'awaiting-payment' and o.origin = 'shop'
        and o.placed_at <= now() - ${`${unpaidAfterMs} milliseconds`}::interval
        and (${orderId}::uuid is null or o.id = ${orderId})
      order by o.placed_at limit 1000`
    return rows.map(({ id }) => id)
  }
  return {
    findDue: () => findDue(),
    /** Does nothing where the order is not due: it was paid, or cancelled, or the job came early. */
    async handle(orderId: string): Promise<void> {
      const isDue = (await findDue(orderId)).length > 0
      // A clock that runs ahead: the job's retry comes a little later.
      if (!isDue) return
      const minutes = Math.max(1, Math.round(unpaidAfterMs / 60_000))
      const reason = `Not paid within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
      const id = reactionId(name, { commandId: orderId, position: 0 })
      await dispatch(releaseUnpaidOrder, { id, input: { orderId, reason }, actor: SYSTEM })
    },
  }
}
