import type { EventDefinitions } from '@/server/engine/event'
import { heal } from '@/server/engine/heal'
import { makeDue } from '@/server/engine/parked'
import type { Sql } from '@/server/engine/postgres'
import type { Projection } from '@/server/engine/projection'
import { openQueue, openWorker, type QueueBackend } from '@/server/engine/queue'

/** The queue by which a web process, which may not write the read tables, asks for a parked key to be tried again. */
const RETRIES_QUEUE = 'parked-keys'

export type ParkedPlace = { reader: string; key: string }

export type Retries = {
  /** Puts the wish into the queue; rejects where the queue is down. */
  ask: (place: ParkedPlace) => Promise<void>
  close: () => Promise<void>
}

export function openRetries(backend: QueueBackend, onError: (error: Error) => void): Retries {
  const queue = openQueue(backend, RETRIES_QUEUE, onError)
  return {
    async ask(place) {
      // Whoever clicks twice asks once.
      await queue.add('retry', place, { deduplication: { id: `${place.reader}/${place.key}` }, removeOnFail: true })
    },
    close: queue.close,
  }
}

export type RetriesOptions = {
  backend: QueueBackend
  sql: Sql
  policySql: Sql
  definitions: EventDefinitions
  projections: readonly Projection[]
  onError: (error: Error, about: string) => void
}

/** Does what was asked: a projection's key is tried at once, a policy's is made due for the runner's next sweep. */
export function startRetries(options: RetriesOptions): { close: () => Promise<void> } {
  const { backend, sql, policySql, definitions, projections } = options
  const onError = (error: Error) => options.onError(error, RETRIES_QUEUE)
  const retry = async ({ reader, key }: ParkedPlace): Promise<void> => {
    const projection = projections.find(({ name }) => name === reader)
    if (projection) await heal({ sql, definitions }, projection, key)
    else await makeDue(policySql, 'write.parked_key', reader, key)
  }
  return openWorker(backend, RETRIES_QUEUE, (job) => retry(job.data).catch(onError), onError)
}
