import type { Dispatcher } from '@/server/engine/dispatch'
import { type DueJobs, type DueJobsOptions, startDueJobs } from '@/server/engine/due-jobs'
import type { Sql } from '@/server/engine/postgres'
import type { Mailer } from '@/server/mail/mail'
import { createConfirmationSending } from './when-confirmation-requested-send-it'
import { createStockRelease } from './when-payment-not-finished-release-stock'

/** How policies say that something will be due; neither waits, and neither throws. */
export type Reminders = {
  confirmation: (orderId: string) => void
  payment: (orderId: string, dueInMs: number) => void
}

type JobsOptions = Dispatcher &
  Pick<DueJobsOptions, 'backend' | 'onError' | 'sweepMs' | 'retries'> & {
    sql: Sql
    mailer: Mailer
    shopUrl: string
    unpaidAfterMs?: number
  }

/** Starts everything that the shop does at its time, and answers how to be reminded of it. */
export function startJobs(options: JobsOptions): { reminders: Reminders; stop: () => Promise<void> } {
  const { backend, onError, sweepMs, retries } = options
  const start = (name: string, work: Pick<DueJobsOptions, 'handle' | 'findDue'>): DueJobs =>
    startDueJobs({ backend, name, onError, sweepMs, retries, ...work })
  const confirmations = start('confirmations', createConfirmationSending(options))
  const payments = start('unpaid-orders', createStockRelease(options))
  return {
    reminders: { confirmation: (orderId) => confirmations.remind(orderId), payment: payments.remind },
    stop: () => Promise.all([confirmations.stop(), payments.stop()]).then(() => undefined),
  }
}
