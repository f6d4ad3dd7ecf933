import { noteRefusal, type Refused } from '@/server/engine/audit/findings'
import { replay } from '@/server/engine/audit/heal'
import type { AuditOptions } from '@/server/engine/audit/sample'
import type { Sql } from '@/server/engine/database/postgres'
import type { EventDefinitions } from '@/server/engine/log/event'
import { makeDue } from '@/server/engine/parking/parked'
import { findReader } from '@/server/engine/projections/partitions'
import type { Audited, Projection } from '@/server/engine/projections/projection'
import { heal } from '@/server/engine/projector/heal'
import { openQueue, openWorker, type QueueBackend } from '@/server/engine/queue/queue'

/** The queue by which a web process, which may not write the read tables, asks for a parked key to be tried again. */
const RETRIES_QUEUE = 'parked-keys'

export type ParkedPlace = { reader: string; key: string }
/** A part of a projection whose rows shall be made anew, whatever they are now. */
export type AnewPlace = { reader: string; part: string }
type Wish = ParkedPlace | AnewPlace

export type Retries = {
  /** Puts the wish into the queue; rejects where the queue is down. */
  ask: (place: ParkedPlace) => Promise<void>
  /** The same for a part whose rows differ from the log. */
  askAnew: (place: AnewPlace) => Promise<void>
  close: () => Promise<void>
}

export function openRetries(backend: QueueBackend, onError: (error: Error) => void): Retries {
  const queue = openQueue(backend, RETRIES_QUEUE, onError)
  // Whoever clicks twice asks once.
  const add = (job: string, wish: Wish) =>
    queue.add(job, wish, { deduplication: { id: Object.values(wish).join('/') }, removeOnFail: true })
  return {
    async ask(place) {
      await add('retry', place)
    },
    async askAnew(place) {
      await add('anew', place)
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
  const retry = async (wish: Wish): Promise<void> => {
    const projection = findReader(projections, wish.reader)
    if ('part' in wish) return makeAnew({ sql, definitions }, projection, wish.part)
    const { reader, key } = wish
    if (projection) await heal({ sql, definitions }, projection, key)
    else await makeDue(policySql, 'write.parked_key', reader, key)
  }
  return openWorker(backend, RETRIES_QUEUE, (job) => retry(job.data).catch(onError), onError)
}

async function makeAnew(options: AuditOptions, projection: Projection | undefined, part: string): Promise<void> {
  if (!projection?.audit) return
  const refuse = (refused: Refused) => noteRefusal(options.sql, projection.name, part, refused)
  try {
    const replayed = await replay(options, projection as Audited, part)
    if (replayed !== 'healed') await refuse(replayed)
  } catch (error) {
    await refuse('failed')
    throw error
  }
}
