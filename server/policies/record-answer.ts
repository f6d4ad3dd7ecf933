import { SYSTEM } from '@/server/actor'
import type { Dispatcher } from '@/server/engine/commands/dispatch'
import type { Sql } from '@/server/engine/database/postgres'
import type { Authorisation, PaymentProvider } from '@/server/payment/provider'
import { recordPaymentAuthorised } from '@/server/write/order/record-payment-authorised'
import { recordPaymentDeclined } from '@/server/write/order/record-payment-declined'
import { recordPaymentDelayed } from '@/server/write/order/record-payment-delayed'
import type { Reminders } from './jobs'

/** What policies act with. */
export type Means = Dispatcher & {
  sql: Sql
  payment: PaymentProvider
  reminders: Reminders
  /** How long an order may be unpaid; another time only in tests. */
  unpaidAfterMs?: number | undefined
}

/** For an answer that comes late: where it cannot be recorded either, the payment is asked about again. */
export const lettingFail = (record: (answer: Authorisation) => Promise<void>) => (answer: Authorisation) => {
  record(answer).catch(() => {})
}

/**
 * Records what the provider said of an order's payment. A refusal means that an earlier answer stands, and is right;
 * but when the order was cancelled while the provider thought, what it authorised, or will, must be let go.
 */
export async function recordAnswer(
  { dispatch, payment }: Pick<Means, 'dispatch' | 'payment'>,
  { orderId, paymentId }: { orderId: string; paymentId: string },
  answer: Authorisation,
  commandId: string,
): Promise<void> {
  const envelope = { id: commandId, actor: SYSTEM }
  switch (answer.status) {
    case 'declined':
      await dispatch(recordPaymentDeclined, { ...envelope, input: { orderId, reason: answer.reason } })
      return
    case 'delayed':
    case 'authorised': {
      const input = { orderId, reference: answer.reference }
      const record = answer.status === 'delayed' ? recordPaymentDelayed : recordPaymentAuthorised
      const reply = await dispatch(record, { ...envelope, input })
      if (!reply.ok && reply.rejection.code === 'OrderAlreadyCancelled') await payment.voidPayment({ paymentId })
    }
  }
}
