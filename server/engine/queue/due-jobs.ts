import { openQueue, openWorker, type QueueBackend } from './queue'

/** What is due and has no job, because a queue lost it or was down, is found within this time. */
const SWEEP_MS = 60_000
/** Of things that wait for a server elsewhere, some may wait at once. */
const CONCURRENCY = 4
/** One, two, four … seconds between the attempts of one job; afterwards the sweep begins anew. */
const RETRIES = { attempts: 7, backoff: { type: 'exponential', delay: 1000 } }

export type DueJobsOptions = {
  backend: QueueBackend
  name: string
  /** Does what is due for one thing, and nothing where nothing is due. It may come twice, and at once. */
  handle: (id: string) => Promise<void>
  /** All things that are due by now, from the tables: the truth, of which the queue is but a reminder. */
  findDue: () => Promise<readonly string[]>
  sweepMs?: number | undefined
  retries?: { attempts: number; backoff: { type: string; delay: number } } | undefined
  onError: (error: Error, about: string) => void
}

export type DueJobs = {
  /** Puts a reminder into the queue. Returns at once, and never throws: what is forgotten, the sweep finds. */
  remind: (id: string, delayMs?: number) => void
  stop: () => Promise<void>
}

/** Does things when they are due: by jobs of the queue, and by a sweep over the tables where a job is missing. */
export function startDueJobs(options: DueJobsOptions): DueJobs {
  const { backend, name, handle, findDue, sweepMs = SWEEP_MS, retries = RETRIES } = options
  const onError = (error: Error) => options.onError(error, name)
  const queue = openQueue(backend, name, onError)

  // A thing that has a job, waiting or failing, needs no second one.
  const add = (id: string, delay = 0) =>
    queue.add('due', { id }, { ...retries, delay, deduplication: { id }, removeOnFail: true })

  async function sweep(): Promise<void> {
    for (const id of await findDue()) await add(id).catch(() => handle(id).catch(onError))
  }

  const worker = openWorker(
    backend,
    name,
    (job) =>
      handle(job.data.id).catch((error: Error) => {
        onError(error)
        throw error
      }),
    onError,
    CONCURRENCY,
  )
  let sweeping: Promise<void> | null = null
  const sweepOnce = () => {
    sweeping ??= sweep()
      .catch(onError)
      .finally(() => {
        sweeping = null
      })
  }
  const timer = setInterval(sweepOnce, sweepMs)
  sweepOnce()

  return {
    remind(id, delayMs) {
      add(id, delayMs).catch(onError)
    },
    async stop() {
      clearInterval(timer)
      await sweeping
      await worker.close()
      await queue.close()
    },
  }
}
