import type { Sql } from '@/server/engine/database/postgres'
import { reactionId } from '@/server/engine/reactions/reaction-id'
import type { Authorisation } from '@/server/payment/provider'
import { lettingFail, type Means, recordAnswer } from './record-answer'

type OpenPayment = {
  paymentId: string
  orderId: string
  status: 'pending' | 'delayed'
  amount: number
  currency: string
  token: string
  reference: string | null
}

export type Asking = Pick<Means, 'dispatch' | 'payment'> & {
  sql: Sql
  onError: (error: Error, about: string) => void
  now?: () => number
}

const name = 'when-payment-delayed-ask-again'
const EVERY_MS = 1000
const LONGEST_PAUSE_MS = 5 * 60_000
/** A payment that is pending for longer got no answer the first time. */
const PENDING_FOR = '10 seconds'

/**
 * Asks about every payment whose answer is outstanding: the delayed ones, and those for which the provider was silent.
 * What is outstanding stands in the tables, so nothing is forgotten over a restart; a pause that doubles after every
 * question is all that is kept in memory.
 */
export function createAskingAgain(asking: Asking): () => Promise<void> {
  const { now = Date.now } = asking
  const nextQuestion = new Map<string, { at: number; pause: number }>()

  return async () => {
    const open = await readOpenPayments(asking.sql)
    const ids = new Set(open.map(({ paymentId }) => paymentId))
    for (const id of nextQuestion.keys()) if (!ids.has(id)) nextQuestion.delete(id)
    const due = open.filter(({ paymentId }) => (nextQuestion.get(paymentId)?.at ?? 0) <= now())
    for (const { paymentId } of due) {
      const pause = Math.min((nextQuestion.get(paymentId)?.pause ?? EVERY_MS / 2) * 2, LONGEST_PAUSE_MS)
      nextQuestion.set(paymentId, { at: now() + pause, pause })
    }
    await Promise.all(due.map((payment) => ask(asking, payment).catch((error) => asking.onError(error, name))))
  }
}

/** Asks again and again until stopped. */
export function startAskingAgain(asking: Asking): { stop: () => Promise<void> } {
  const askAgain = createAskingAgain(asking)
  let running: Promise<void> | null = null
  const askOnce = () =>
    askAgain()
      .catch((error: Error) => asking.onError(error, name))
      .finally(() => {
        running = null
      })
  const timer = setInterval(() => {
    running ??= askOnce()
  }, EVERY_MS)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

function readOpenPayments(sql: Sql): Promise<OpenPayment[]> {
  return sql<OpenPayment[]>`
    select p.id as "paymentId", o.id as "orderId", p.status, p.amount, o.currency, p.token, p.reference
    from write.payments p join write.orders o on o.id = p.order_id
    where p.status in ('pending', 'delayed')
      and (p.status = 'delayed' or p.updated_at < now() - ${PENDING_FOR}::interval)
      and o.status = 'awaiting-payment' and o.origin = 'shop' and p.token is not null`
}

async function ask(means: Asking, payment: OpenPayment): Promise<void> {
  const { paymentId, reference } = payment
  const record = async (answer: Authorisation) => {
    if (answer.status === 'delayed' && payment.status === 'delayed') return
    // The id follows from the payment and the answer: of two workers that ask, one records it.
    const id = reactionId(`${name}/${answer.status}`, { commandId: paymentId, position: 0 })
    await recordAnswer(means, payment, answer, id)
  }
  const answer =
    reference === null
      ? means.payment.authorise(payment, lettingFail(record))
      : means.payment.check({ paymentId, reference })
  await record(await answer)
}
