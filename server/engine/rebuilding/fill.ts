import { advanceCheckpoints, type Checkpoint, type Place } from '../checkpoint'
import type { Recorded } from '../event'
import { park, parkedKeysOf } from '../parked'
import type { Sql, TransactionSql } from '../postgres'
import type { Projection } from '../projection'
import type { ProjectorOptions } from '../projector'
import { type Failure, foldOrPark } from './fold-or-park'
import { createMemory } from './memory'
import { findWay, parseStretch, readStretch, type Stretch, type Way } from './read-stretch'

/** Positions of the log that are read at once: few enough that what else the process does is not held up. */
const STRETCH = 1000
/** Stretches that are on their way while others are folded. */
const AHEAD = 2
/** Bytes of rows, roughly, at which they are written; and which share of them is kept afterwards. */
const MOST_HELD = 48 * 2 ** 20
const KEPT = 2 / 3
/** What is lost when the process dies. */
const WRITTEN_EVERY_MS = 15_000

/** A projection, and where its new rows stand. */
export type Filling = { projection: Projection; checkpoint: Checkpoint }

export type FillWatch = {
  /** Waits while others go first; answers false where it is to stop. */
  pace: () => Promise<boolean>
  onStretch: (stretch: { events: ReadonlyMap<string, number>; way: Way }) => void
}

/**
 * Folds the log from where all of these stand into their tables in `read_next`, and answers whether it came to the end.
 * Events are read, folded and written at the same time; rows and checkpoints are written together, as everywhere.
 */
export async function fill(options: ProjectorOptions, all: readonly Filling[], watch: FillWatch): Promise<boolean> {
  const [first] = all
  if (!first) return true
  const way = await findWay(options.sql, first.checkpoint)
  const filler = await createFiller(options, all)
  const isDone = await foldAll(options, all, way, filler, watch)
  await filler.write(isDone ? { snapshot: way.target, target: null, reached: 0 } : way)
  await filler.written()
  return isDone
}

async function foldAll(
  { sql, definitions, batchSize = STRETCH }: ProjectorOptions,
  all: readonly Filling[],
  way: Way,
  filler: Filler,
  watch: FillWatch,
): Promise<boolean> {
  const types = [...new Set(all.flatMap(({ projection }) => projection.handles))]
  const opened = all.flatMap(({ projection }) => (projection.isImpersonal ? [] : projection.handles))
  const underWay: { upTo: number; stretch: Promise<Stretch> }[] = []
  let asked = way.reached
  for (;;) {
    while (underWay.length <= AHEAD && asked < way.last) {
      const [after, upTo] = [asked, Math.min(asked + batchSize, way.last)]
      const stretch = readStretch(sql, way, { after, upTo }, types)
      stretch.catch(() => {})
      underWay.push({ upTo, stretch })
      asked = upTo
    }
    const next = underWay.shift()
    if (!next) return true
    const events = await filler.fold(await parseStretch(sql, definitions, await next.stretch, types, opened))
    way.reached = next.upTo
    watch.onStretch({ events, way })
    await filler.relieve(way)
    if (!(await watch.pace())) return way.reached === way.last
  }
}

type Filler = {
  /** Answers how many events concerned each projection. */
  fold: (events: readonly Recorded[]) => Promise<Map<string, number>>
  /** Writes where it is time to. */
  relieve: (place: Place) => Promise<void>
  /** Begins to write what was folded so far, when what was written before is done. */
  write: (place: Place) => Promise<void>
  written: () => Promise<void>
}

async function createFiller(options: ProjectorOptions, all: readonly Filling[]): Promise<Filler> {
  const { sql, heldBytes = MOST_HELD, poison } = options
  const names = all.map(({ projection }) => projection.name)
  const waiting = await parkedKeysOf(sql, 'read_next.parked_key', names)
  const memory = createMemory(
    all.some(({ checkpoint }) => checkpoint.reached > 0),
    (act) => within(sql, act),
  )
  let checkpoints = all.map(({ checkpoint }) => checkpoint)
  let failures: (Failure & { reader: string })[] = []
  let writing: Promise<void> = Promise.resolve()
  let lastWrite = performance.now()

  async function foldInto(projection: Projection, events: readonly Recorded[]): Promise<number> {
    const { name, handles } = projection
    const parked = waiting.get(name) ?? new Set()
    const own = events.filter(({ type, key }) => handles.includes(type) && !parked.has(key))
    const failed = own.length > 0 ? await foldOrPark(memory, projection, own, poison === 'park') : []
    for (const { event } of failed) parked.add(event.key)
    if (failed.length > 0) waiting.set(name, parked)
    failures.push(...failed.map((one) => ({ ...one, reader: name })))
    return own.length
  }

  const isFull = () => memory.weight() > heldBytes || performance.now() > lastWrite + WRITTEN_EVERY_MS

  const filler: Filler = {
    async fold(events) {
      const counts = new Map<string, number>()
      for (const { projection } of all) counts.set(projection.name, await foldInto(projection, events))
      return counts
    },
    async relieve(place) {
      if (isFull()) await writing
      if (isFull()) await filler.write(place)
    },
    async write({ snapshot, target, reached }) {
      await writing
      lastWrite = performance.now()
      const [changes, parking, from] = [memory.takeChanges(), failures, checkpoints]
      failures = []
      const to = { snapshot, target, reached }
      checkpoints = from.map((one) => ({ ...one, ...to, counter: one.counter + 1 }))
      writing = within(sql, async (tx) => {
        await changes(tx)
        for (const { reader, event, error } of parking) await park(tx, 'read_next.parked_key', reader, event, error)
        await advanceCheckpoints(
          tx,
          'read_next.checkpoint',
          from.map((one) => ({ from: one, to })),
        )
      }).then(() => memory.shrinkTo(heldBytes * KEPT))
      writing.catch(() => {})
    },
    written: () => writing,
  }
  return filler
}

/** A transaction whose tables are those that are being filled, where rows are looked up by their keys. */
async function within<Done>(sql: Sql, act: (tx: TransactionSql) => Promise<Done>): Promise<Done> {
  const done = await sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    await tx`select set_config('search_path', 'read_next', true), set_config('enable_seqscan', 'off', true),
      set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`
    return { done: await act(tx) }
  })
  return (done as { done: Done }).done
}
