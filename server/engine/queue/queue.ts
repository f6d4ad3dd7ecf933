import { createPostgresBackend, type Job, type JobsOptions, Queue, type QueueOptions, Worker } from 'bullmq'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { atMost } from '../pacing/at-most'
import { sharePostgres } from './shared-postgres'

/** Where BullMQ keeps its jobs: Redis where one is given, else the PostgreSQL that is there anyway. */
export type QueueBackend = { redisUrl: string } | { postgresUrl: string }

/** `{tag}`: on a Redis Cluster all keys of a queue must lie on one node. */
const PREFIX = '{tidemark}'
const KEPT = { removeOnComplete: true, removeOnFail: 100 } as const
const KEPT_BY_WORKER = { removeOnComplete: { count: 0 }, removeOnFail: { count: 100 } }
const REOPEN_MS = 1000
/** BullMQ waits for ever for a Redis that has gone; what is lost by leaving is a wake-up, which the sweep makes up for. */
const CLOSE_MS = 2000

type OnError = (error: Error) => void

export type Producer = {
  add: (job: string, data: object, options?: JobsOptions) => Promise<unknown>
  /** Jobs that wait; fails while the queue does not answer. */
  waiting: () => Promise<number>
  /** Looks into the queue, or does something with its jobs. */
  use: <Done>(act: (queue: Queue) => Promise<Done>) => Promise<Done>
  close: () => Promise<void>
}

/** A producer that fails fast: with the queue down, whoever adds a job must not be held up. */
export function openQueue(backend: QueueBackend, name: string, onError: OnError): Producer {
  const { connection, disconnect } = connectionTo(backend, 'producer', onError)
  const options = { connection, prefix: PREFIX, defaultJobOptions: KEPT } as QueueOptions
  let isLost = false
  let queue = open()

  function open(): Queue {
    const opened =
      'redisUrl' in backend ? new Queue(name, options) : new Queue(name, options, createPostgresBackend as never)
    opened.on('error', onError)
    // On PostgreSQL BullMQ remembers for ever that its first connection failed: only another queue tries again.
    opened.waitUntilReady().catch(() => {
      isLost = true
    })
    return opened
  }

  function living(): Queue {
    if (isLost) {
      isLost = false
      queue.close().catch(() => {})
      queue = open()
    }
    return queue
  }

  return {
    add: (job, data, options) => living().add(job, data, options),
    waiting: () => living().getWaitingCount(),
    use: (act) => act(living()),
    async close() {
      await atMost(CLOSE_MS, queue.close().catch(onError))
      disconnect()
    },
  }
}

/** A consumer that waits as long as it takes for its queue to come back. */
export function openWorker(
  backend: QueueBackend,
  name: string,
  handle: (job: Job) => Promise<void>,
  onError: OnError,
  concurrency = 1,
): { close: () => Promise<void> } {
  const { connection, disconnect } = connectionTo(backend, 'consumer', onError)
  const options = { connection: connection as never, prefix: PREFIX, concurrency, ...KEPT_BY_WORKER }
  if ('postgresUrl' in backend)
    return reopening(
      () => new Worker(name, handle, { ...options, autorun: false }, createPostgresBackend as never),
      disconnect,
      onError,
    )
  const worker = new Worker(name, handle, options)
  worker.on('error', onError)
  return {
    async close() {
      await atMost(CLOSE_MS, worker.close().catch(onError))
      worker.close(true).catch(onError)
      disconnect()
    },
  }
}

/**
 * On PostgreSQL a worker whose connection fails asks again without a pause, and never gets over it where that was its
 * first: so it is put away, and another one opened a little later.
 */
function reopening(open: () => Worker, disconnect: () => void, onError: OnError): { close: () => Promise<void> } {
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | undefined

  function start(): void {
    const opened = open()
    worker = opened
    const fail = (error: Error) => {
      if (worker !== opened) return
      worker = null
      onError(error)
      opened.close(true).catch(() => {})
      timer = setTimeout(start, REOPEN_MS)
    }
    opened.on('error', fail)
    opened.waitUntilReady().then(() => {
      if (worker === opened) opened.run().catch(fail)
    }, fail)
  }

  start()
  return {
    async close() {
      clearTimeout(timer)
      const last = worker
      worker = null
      await atMost(CLOSE_MS, last?.close().catch(onError) ?? null)
      disconnect()
    },
  }
}

function connectionTo(backend: QueueBackend, side: 'producer' | 'consumer', onError: OnError) {
  if ('postgresUrl' in backend) {
    const { connection, disconnect } = sharePostgres(backend.postgresUrl, onError)
    return { connection: connection as never, disconnect }
  }
  const patience =
    side === 'producer' ? { maxRetriesPerRequest: 1, enableOfflineQueue: false } : { maxRetriesPerRequest: null }
  const redis = openRedis(backend.redisUrl.split(','), { ...patience, connectTimeout: 2000 })
  redis.on('error', onError)
  return { connection: redis, disconnect: () => redis.disconnect() }
}

/** One address is a server; several are nodes of a cluster, which tell the rest of it. */
function openRedis(urls: string[], options: RedisOptions): Redis | Cluster {
  const [first = '', ...others] = urls.map((url) => url.trim())
  if (others.length === 0) return new Redis(first, options)
  const { enableOfflineQueue } = options
  return new Cluster([first, ...others], {
    redisOptions: options,
    ...(enableOfflineQueue === false && { enableOfflineQueue }),
  })
}
