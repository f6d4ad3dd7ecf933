import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '../database/postgres'
import { atMost } from '../pacing/at-most'
import { openQueue, type QueueBackend } from './queue'

/** The queue whose one kind of job says: there is something new in the log. */
export const WAKE_UP_QUEUE = 'projections'
/** The same said by notification: quicker and cheaper, but heard only by those who listen at that moment. */
export const LOG_CHANNEL = 'tidemark_log'

const CLOSE_MS = 1000
const ANSWER_MS = 1000
/** Under load a job is added this seldom: those who are awake hear the notifications. */
const JOB_PACE_MS = 1000

export type WakeUp = {
  /** Asks the workers to look at the log. Returns at once, and never throws. */
  wake: () => void
  /** The same of whoever has sent the notification himself. */
  addJob: () => void
  /** Whether the queue answers, soon enough to be of use. Never throws. */
  isQueueUp: () => Promise<boolean>
  close: () => Promise<void>
}

export type WakeUpOptions = {
  queue: QueueBackend
  /** Sends the notifications: outside the command's transaction, since notifying transactions commit one by one. */
  sql: Sql | null
  onError: (error: Error) => void
}

/**
 * Wakes the workers after a commit. At most one notification and one job are on their way at a time, and one more is
 * owed when commits came meanwhile. A wake-up that fails is made up for by the workers' sweep.
 */
export function createWakeUp({ queue: backend, sql, onError }: WakeUpOptions): WakeUp {
  const queue = openQueue(backend, WAKE_UP_QUEUE, onError)
  const notify = inTurn(async () => void (await sql?.notify(LOG_CHANNEL, '')), 0, onError)
  const addJob = inTurn(
    // BullMQ keeps at most one active and one waiting.
    () => queue.add('wake', {}, { deduplication: { id: 'wake', keepLastIfActive: true } }),
    JOB_PACE_MS,
    onError,
  )
  return {
    wake() {
      notify.ask()
      addJob.ask()
    },
    addJob: addJob.ask,
    async isQueueUp() {
      let isUp = false
      const asking = queue.waiting().then(
        () => {
          isUp = true
        },
        () => {},
      )
      await atMost(ANSWER_MS, asking)
      return isUp
    },
    async close() {
      await atMost(CLOSE_MS, Promise.all([notify.idle(), addJob.idle()]))
      await queue.close()
    },
  }
}

/** Does something once for all who ask while it is being done, and at least `paceMs` after the last time. */
function inTurn(act: () => Promise<unknown>, paceMs: number, onError: (error: Error) => void) {
  let running: Promise<void> | null = null
  let isOwed = false
  let last = Number.NEGATIVE_INFINITY

  async function run(): Promise<void> {
    do {
      const pause = last + paceMs - performance.now()
      if (pause > 0) await sleep(pause)
      isOwed = false
      last = performance.now()
      await act().catch((error: Error) => onError(error))
    } while (isOwed)
    running = null
  }

  return {
    ask() {
      if (running) isOwed = true
      else running = run()
    },
    idle: async () => running,
  }
}
