import type { Job } from 'bullmq'
import { QUEUES } from '@/db/queues'
import { openQueue, type Producer, type QueueBackend } from '@/server/engine/queue/queue'

/** A job that waits for its time or has failed, as people want to know it. */
export type JobStanding = {
  id: string
  name: string
  state: 'delayed' | 'failed'
  /** What it is about. */
  about: string
  attempts: number
  /** Why it failed last; null where it did not. */
  reason: string | null
  /** When it is due. */
  dueAt: string | null
}

export type QueueStanding = {
  queue: string
  waiting: number
  active: number
  delayed: number
  failed: number
  jobs: JobStanding[]
}

export type QueueBoard = {
  /** Every queue with what is in it; rejects where the queues cannot be reached. */
  look: () => Promise<QueueStanding[]>
  /** Lets a job run now that failed, or whose time has not come. Answers whether it was there. */
  runNow: (queue: string, job: string) => Promise<boolean>
  close: () => Promise<void>
}

const MOST_JOBS = 20

/** Looks into all queues. They are opened when somebody looks for the first time, and stay open. */
export function openQueueBoard(backend: QueueBackend, onError: (error: Error) => void): QueueBoard {
  const opened = new Map<string, Producer>()
  const open = (name: string): Producer => {
    const queue = opened.get(name) ?? openQueue(backend, name, onError)
    opened.set(name, queue)
    return queue
  }
  return {
    look: () => Promise.all(QUEUES.map((name) => lookInto(name, open(name)))),
    async runNow(name, id) {
      if (!QUEUES.includes(name)) return false
      return open(name).use(async (queue) => {
        const job = (await queue.getJob(id)) as Job | undefined
        if (!job) return false
        if (await job.isFailed()) await job.retry()
        else if (await job.isDelayed()) await job.promote()
        return true
      })
    },
    async close() {
      await Promise.all([...opened.values()].map((queue) => queue.close()))
    },
  }
}

function lookInto(name: string, producer: Producer): Promise<QueueStanding> {
  return producer.use(async (queue) => {
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
    const [failed, delayed] = await Promise.all([
      queue.getJobs(['failed'], 0, MOST_JOBS - 1),
      queue.getJobs(['delayed'], 0, MOST_JOBS - 1),
    ])
    const jobs = [
      ...failed.map((job) => toStanding(job, 'failed')),
      ...delayed.map((job) => toStanding(job, 'delayed')),
    ].slice(0, MOST_JOBS)
    const { waiting = 0, active = 0 } = counts
    return { queue: name, waiting, active, delayed: counts.delayed ?? 0, failed: counts.failed ?? 0, jobs }
  })
}

function toStanding(job: Job, state: JobStanding['state']): JobStanding {
  return {
    id: job.id ?? '',
    name: job.name,
    state,
    about: Object.values(job.data as Record<string, unknown>).join(' '),
    attempts: job.attemptsMade,
    reason: job.failedReason || null,
    dueAt: state === 'delayed' ? new Date(job.timestamp + (job.delay ?? 0)).toISOString() : null,
  }
}
