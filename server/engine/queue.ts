import { createPostgresBackend, type Job, Queue, type QueueOptions, Worker } from 'bullmq'
import { Redis } from 'ioredis'

/** Where BullMQ keeps its jobs: Redis where one is given, else the PostgreSQL that is there anyway. */
export type QueueBackend = { redisUrl: string } | { postgresUrl: string }

/** `{tag}`: on a Redis Cluster all keys of a queue must lie on one node. */
const PREFIX = '{tidemark}'
const KEPT = { removeOnComplete: true, removeOnFail: 100 } as const

type Opened<T> = { opened: T; close: () => Promise<void> }

/** A producer that fails fast: with the queue down, whoever adds a job must not be held up. */
export function openQueue(backend: QueueBackend, name: string, onError: (error: Error) => void): Opened<Queue> {
  const { connection, disconnect } = connectionTo(backend, 'producer', onError)
  const options = { connection, prefix: PREFIX, defaultJobOptions: KEPT } as QueueOptions
  const queue =
    'redisUrl' in backend ? new Queue(name, options) : new Queue(name, options, createPostgresBackend as never)
  queue.on('error', onError)
  return {
    opened: queue,
    close: async () => {
      await queue.close().catch(onError)
      disconnect()
    },
  }
}

/** A consumer that waits as long as it takes for its queue to come back. */
export function openWorker(
  backend: QueueBackend,
  name: string,
  handle: (job: Job) => Promise<void>,
  onError: (error: Error) => void,
): Opened<Worker> {
  const { connection, disconnect } = connectionTo(backend, 'consumer', onError)
  const options = { connection: connection as never, prefix: PREFIX, ...KEPT_BY_WORKER }
  const worker =
    'redisUrl' in backend
      ? new Worker(name, handle, options)
      : new Worker(name, handle, options, createPostgresBackend as never)
  worker.on('error', onError)
  return {
    opened: worker,
    close: async () => {
      await worker.close().catch(onError)
      disconnect()
    },
  }
}

const KEPT_BY_WORKER = { removeOnComplete: { count: 0 }, removeOnFail: { count: 100 } }

function connectionTo(backend: QueueBackend, side: 'producer' | 'consumer', onError: (error: Error) => void) {
  if ('postgresUrl' in backend) {
    return { connection: { connectionString: backend.postgresUrl, max: 3 }, disconnect: () => {} }
  }
  const patience =
    side === 'producer' ? { maxRetriesPerRequest: 1, enableOfflineQueue: false } : { maxRetriesPerRequest: null }
  const redis = new Redis(backend.redisUrl, { ...patience, connectTimeout: 2000 })
  redis.on('error', onError)
  return { connection: redis, disconnect: () => redis.disconnect() }
}
