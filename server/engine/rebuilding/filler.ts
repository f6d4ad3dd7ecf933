import type { Sql, TransactionSql } from '../database/postgres'
import { settingLocally, transaction } from '../database/transaction'
import { advanceCheckpoints, type Checkpoint, type Place } from '../log/checkpoint'
import type { Recorded } from '../log/event'
import { park, parkedKeysOf } from '../parking/parked'
import type { Projection } from '../projections/projection'
import type { ProjectorOptions } from '../projector/projector'
import { LOOK_UP_BY_KEY } from '../projector/step'
import { createMemory } from '../rows/memory'
import { type Failure, foldOrPark } from './fold-or-park'

/**
 * Bytes of rows, roughly, that are held at most. At some share of them they begin to be written, while others are folded
 * until there is no more room; and which share is kept afterwards. Who begins late waits for what is written, and who
 * keeps much writes often.
 */
const MOST_HELD = 48 * 2 ** 20
const WRITTEN_AT = 1 / 2
const KEPT = 1 / 4
/** What is lost when the process dies. */
const WRITTEN_EVERY_MS = 15_000

/** A projection, and where its new rows stand. */
export type Filling = { projection: Projection; checkpoint: Checkpoint }

/** Folds events into memory, and writes what they make. */
export type Filler = {
  /** Answers how many events concerned each projection. */
  fold: (events: readonly Recorded[]) => Promise<Map<string, number>>
  /** Writes where it is time to. */
  relieve: (place: Place) => Promise<void>
  /** Begins to write what was folded so far, when what was written before is done. */
  write: (place: Place) => Promise<void>
  written: () => Promise<void>
}

export async function createFiller(options: ProjectorOptions, all: readonly Filling[]): Promise<Filler> {
  const { sql, heldBytes = MOST_HELD, poison } = options
  const names = all.map(({ projection }) => projection.name)
  const waiting = await parkedKeysOf(sql, 'read_next.parked_key', names)
  const memory = createMemory(
    // Where it was written to before; its place alone does not say so, at the end of the walk there is none reached.
    all.some(({ checkpoint }) => checkpoint.counter > 0),
    (act) => transaction(sql, act, ' isolation level repeatable read read only', settingLocally(LOOKED_UP_BY_KEY)),
  )
  let checkpoints = all.map(({ checkpoint }) => checkpoint)
  let failures: (Failure & { reader: string })[] = []
  let writing: Promise<void> = Promise.resolve()
  let isWriting = false
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

  const isDue = () => memory.weight() > heldBytes * WRITTEN_AT || performance.now() > lastWrite + WRITTEN_EVERY_MS

  const filler: Filler = {
    async fold(events) {
      const counts = new Map<string, number>()
      for (const { projection } of all) counts.set(projection.name, await foldInto(projection, events))
      return counts
    },
    async relieve(place) {
      if (memory.weight() > heldBytes) await writing
      if (!isWriting && isDue()) await filler.write(place)
    },
    async write({ snapshot, target, reached }) {
      await writing
      isWriting = true
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
      })
        .then(() => memory.shrinkTo(heldBytes * KEPT))
        .finally(() => {
          isWriting = false
        })
      writing.catch(() => {})
    },
    written: () => writing,
  }
  return filler
}

const LOOKED_UP_BY_KEY = { ...LOOK_UP_BY_KEY, search_path: 'read_next' }

/** A transaction whose tables are those that are being filled, where rows are looked up by their keys. */
async function within<Done>(sql: Sql, act: (tx: TransactionSql) => Promise<Done>): Promise<Done> {
  const done = await sql.begin(async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    await tx.unsafe(settingLocally(LOOKED_UP_BY_KEY).join('; '))
    return { done: await act(tx) }
  })
  return (done as { done: Done }).done
}
