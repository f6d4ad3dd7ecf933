import type { Sql } from '@/server/engine/database/postgres'
import type { Projection } from '@/server/engine/projections/projection'
import type { ProjectorOptions } from '@/server/engine/projector/projector'
import { openQueue, openWorker, type QueueBackend } from '@/server/engine/queue/queue'
import { dropKeptSince } from '@/server/engine/rebuilding/give-back'
import { noteKept, wishForKept, workOffKept } from '@/server/engine/rebuilding/kept-wish'
import {
  askForRebuild,
  type KeptWish,
  listRebuilds,
  type RebuildRow,
  type RebuildWish,
  steerRebuild,
} from '@/server/engine/rebuilding/rebuild-row'
import { workOffRebuilds } from '@/server/engine/rebuilding/work-off-rebuilds'

/** The queue by which a web process, which may not write the read tables, says what it wishes of a rebuild. */
const REBUILDS_QUEUE = 'rebuilds'
const LOOK_EVERY_MS = 1000
/** What stood before a rebuild is there to return to for so long. */
export const KEPT_HOURS = 24

/** What staff wish of a projection's rebuild, or of the rows that stood before the last one. */
export type WishedRebuild = { name: string; wish: RebuildWish | KeptWish }

export type Rebuilds = {
  /** Those under way, and the last one of every projection. */
  list: () => Promise<RebuildRow[]>
  /** Puts the wish into the queue; rejects where the queue is down. */
  ask: (wish: WishedRebuild) => Promise<void>
  close: () => Promise<void>
}

export function openRebuilds(backend: QueueBackend, query: Sql, onError: (error: Error) => void): Rebuilds {
  const queue = openQueue(backend, REBUILDS_QUEUE, onError)
  return {
    list: () => listRebuilds(query),
    async ask(wish) {
      await queue.add('wish', wish, { removeOnFail: true })
    },
    close: queue.close,
  }
}

export type RebuildsOptions = ProjectorOptions & {
  backend: QueueBackend
  projections: readonly Projection[]
  onError: (error: Error, about: string) => void
}

/** Hears what is wished of rebuilds, and does it: at once, or where it was before this worker started. */
export function startRebuilds(options: RebuildsOptions): { stop: () => Promise<void> } {
  const { backend, projections, sql } = options
  const stopping = new AbortController()
  const onError = (error: Error) => options.onError(error, REBUILDS_QUEUE)
  let running: Promise<void> | null = null

  function look(): void {
    running ??= work()
      .catch(onError)
      .finally(() => {
        running = null
      })
  }

  async function work(): Promise<void> {
    await workOffRebuilds({ ...options, poison: 'park' }, projections, { signal: stopping.signal })
    await workOffKept({ ...options, poison: 'park' }, projections, { signal: stopping.signal })
    await dropKeptSince(sql, projections, KEPT_HOURS)
    await noteKept(sql)
  }

  async function hear({ name, wish }: WishedRebuild): Promise<void> {
    const projection = projections.find((one) => one.name === name)
    if (!projection) return
    if (wish === 'return' || wish === 'drop') await wishForKept(sql, projection, wish)
    else if (wish === 'run') await askForRebuild(sql, projection)
    else await steerRebuild(sql, name, wish)
    look()
  }

  const worker = openWorker(backend, REBUILDS_QUEUE, (job) => hear(job.data).catch(onError), onError)
  const timer = setInterval(look, LOOK_EVERY_MS)
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await worker.close()
      await running
    },
  }
}
