import { atOnceOrLater } from '@/server/engine/pacing/at-once-or-later'
import { type DueJobs, type DueJobsOptions, startDueJobs } from '@/server/engine/queue/due-jobs'
import { createConfirmationSending, type Sending } from './confirmation-sending'
import { createStockRelease } from './when-payment-not-finished-release-stock'

/** How policies say that something is due, or will be. Neither throws. */
export type Reminders = {
  /** Resolves when the letter is sent, or has a job because that would take too long. */
  confirmation: (orderId: string) => Promise<void>
  payment: (orderId: string, dueInMs: number) => void
}

type JobsOptions = Sending &
  Pick<DueJobsOptions, 'backend' | 'onError' | 'sweepMs' | 'retries'> & {
    unpaidAfterMs?: number
    /** How long a policy waits for a letter. */
    letterPatienceMs?: number
  }

/** Starts everything that the shop does at its time, and answers how to be reminded of it. */
export function startJobs(options: JobsOptions): { reminders: Reminders; stop: () => Promise<void> } {
  const { backend, onError, sweepMs, retries, letterPatienceMs } = options
  const start = (name: string, work: Pick<DueJobsOptions, 'handle' | 'findDue'>): DueJobs =>
    startDueJobs({ backend, name, onError, sweepMs, retries, ...work })
  const sending = createConfirmationSending(options)
  const { findDue } = sending
  const confirmations = start('confirmations', { findDue, handle: (orderId) => sending.handle(orderId) })
  const payments = start('unpaid-orders', createStockRelease(options))
  const confirmation = atOnceOrLater({
    act: sending.handle,
    later: (orderId) => confirmations.remind(orderId),
    ms: letterPatienceMs,
    onError: (error) => onError(error, 'confirmations'),
  })
  return {
    reminders: { confirmation, payment: payments.remind },
    stop: () => Promise.all([confirmations.stop(), payments.stop()]).then(() => undefined),
  }
}
