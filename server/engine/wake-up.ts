import { atMost } from './at-most'
import { openQueue, type QueueBackend } from './queue'

/** The queue whose one kind of job says: there is something new in the log. */
export const WAKE_UP_QUEUE = 'projections'

const CLOSE_MS = 1000

export type WakeUp = {
  /** Asks the workers to look at the log. Returns at once, and never throws. */
  wake: () => void
  close: () => Promise<void>
}

/**
 * Wakes the workers after a commit. At most one job is being added at a time, and one more is owed when commits came
 * meanwhile; BullMQ keeps at most one active and one waiting. A wake-up that fails is made up for by the workers' sweep.
 */
export function createWakeUp(backend: QueueBackend, onError: (error: Error) => void): WakeUp {
  const queue = openQueue(backend, WAKE_UP_QUEUE, onError)
  let adding: Promise<void> | null = null
  let isOwed = false

  async function add(): Promise<void> {
    do {
      isOwed = false
      await queue
        .add('wake', {}, { deduplication: { id: 'wake', keepLastIfActive: true } })
        .catch((error: Error) => onError(error))
    } while (isOwed)
    adding = null
  }

  return {
    wake() {
      if (adding) isOwed = true
      else adding = add()
    },
    async close() {
      await atMost(CLOSE_MS, adding)
      await queue.close()
    },
  }
}
