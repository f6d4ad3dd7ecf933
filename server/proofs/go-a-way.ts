import { setTimeout as sleep } from 'node:timers/promises'
import { PARTITIONED } from '@/server/config/partitions'
import type { TransactionSql } from '@/server/engine/database/postgres'
import { transaction } from '@/server/engine/database/transaction'
import type { Place } from '@/server/engine/log/checkpoint'
import type { Projection } from '@/server/engine/projections/projection'
import { catchUp } from '@/server/engine/projector/projector'
import { step } from '@/server/engine/projector/step'
import type { Convoy } from '@/server/engine/worker/convoy'
import { startProjectionConvoy } from '@/server/engine/worker/projection-convoy'
import { type PartitionCounts, settleReaders } from '@/server/engine/worker/settle-readers'
import { eventDefinitions as definitions, type ShopEvent } from '@/server/events/registry'
import type { TestReadSide } from '@/server/read/test-read-side'
import type { Move, Way } from './arbitrary-way'

/** Records a history as a way says, moves the projections as it says, and brings them to the end. */
export async function goAWay(shop: TestReadSide, way: Way): Promise<void> {
  const convoys = keepConvoys(shop)
  try {
    await goWith(convoys, shop, way)
  } finally {
    await convoys.stop()
  }
  await catchUp({ sql: shop.projector, definitions }, await settle(shop))
}

async function goWith(convoys: Ground['convoys'], shop: TestReadSide, { history, late, moves }: Way): Promise<void> {
  const open: { due: number; commit: () => Promise<void> }[] = []
  const commitUpTo = async (index: number) => {
    for (const one of open.filter(({ due }) => due === index)) await one.commit()
  }
  let stale: Place | null = null
  try {
    for (const [index, facts] of [...history, null].entries()) {
      for (const move of moves.filter(({ after }) => after === index)) {
        stale = await make({ shop, convoys }, move, stale)
      }
      if (facts) open.push({ due: index + (late[index] ?? 0), commit: await record(shop, facts) })
      await commitUpTo(index)
    }
  } finally {
    for (const one of open) await one.commit()
  }
}

const projector = (shop: TestReadSide, batchSize?: number) => ({ sql: shop.projector, definitions, batchSize })

/** Writes a transaction that has its positions, and commits when it is told to. */
async function record(shop: TestReadSide, facts: readonly ShopEvent[]): Promise<() => Promise<void>> {
  let commit = () => {}
  const told = new Promise<void>((resolve) => {
    commit = resolve
  })
  let committed: Promise<void> = told
  await new Promise<void>((hasWritten, fail) => {
    committed = shop.command.begin(async (tx) => {
      await shop.appendIn(tx, facts)
      hasWritten()
      await told
    })
    committed.catch(fail)
  })
  return async () => {
    commit()
    await committed
  }
}

type Ground = { shop: TestReadSide; convoys: ReturnType<typeof keepConvoys> }

/** Makes a move, by as many at once as it says. Answers where one of them found the projections. */
async function make(ground: Ground, move: Move, stale: Place | null): Promise<Place | null> {
  const { shop } = ground
  const counts = new Map(PARTITIONED.map((name) => [name, move.partitions]))
  const all = await settle(shop, move.batchSize, counts)
  const readers = all.filter(({ name }) => !name.includes(`/${move.leaves}of`))
  const workers = Array.from({ length: move.workers }, (_, nth) => work(ground, readers, { ...move, nth }, stale))
  const places = await Promise.all(workers.map((one) => one.catch(unlessDied)))
  return places.find((place) => place) ?? stale
}

/** Whose connections were cut off by the move before tries again. */
async function settle(shop: TestReadSide, batchSize?: number, counts?: PartitionCounts): Promise<Projection[]> {
  for (;;) {
    const settled = await settleReaders(projector(shop, batchSize), shop.projections, counts).catch(unlessDied)
    if (settled) return settled
  }
}

async function work(
  { shop, convoys }: Ground,
  readers: readonly Projection[],
  { by, batchSize, diesAfter, nth }: Move & { nth: number },
  stale: Place | null,
): Promise<Place | null> {
  const options = projector(shop, batchSize)
  const projections = by === 'convoy' ? readers : dyingAfter(readers, diesAfter)
  if (by === 'convoy') {
    await inConvoy(shop, convoys.of(readers, batchSize, nth), diesAfter)
    return null
  }
  if (by === 'catch-up') {
    await catchUp(options, projections)
    return null
  }
  const expected = by === 'stale-step' ? stale : null
  const done = await transaction(
    shop.projector,
    (tx, last) => step(tx as TransactionSql, { ...options, expected, last, patience: 'leave' }, projections, 'read'),
    ' isolation level repeatable read',
  )
  return done.stepped[0]?.checkpoint ?? null
}

async function inConvoy(shop: TestReadSide, convoy: Convoy, diesAfter: number | null): Promise<void> {
  const moving = convoy.wake()
  if (diesAfter !== null) {
    await sleep(diesAfter)
    await shop.admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'test-projector'`
  }
  await moving
}

/** Convoys go on after a move, and remember what they did, whatever others do meanwhile. */
function keepConvoys(shop: TestReadSide) {
  const convoys = new Map<string, Convoy>()
  return {
    of(readers: readonly Projection[], batchSize: number, nth: number): Convoy {
      const name = `${nth} ${batchSize} ${readers.map((reader) => reader.name)}`
      const known =
        convoys.get(name) ?? startProjectionConvoy({ ...projector(shop, batchSize), onError: unlessDied }, readers)
      convoys.set(name, known)
      return known
    },
    stop: () => Promise.all([...convoys.values()].map((one) => one.stop())),
  }
}

/** The same projections. After so many applications, all of them together, the transaction is lost. */
function dyingAfter(projections: readonly Projection[], applications: number | null): Projection[] {
  let left = applications ?? Number.POSITIVE_INFINITY
  return projections.map((projection) => ({
    ...projection,
    apply: async (tx, events) => {
      const touched = await projection.apply(tx, events)
      if (left-- <= 0) throw new Died()
      return touched
    },
  }))
}

class Died extends Error {}

/** What may become of an attempt that dies, or that another one overtakes. */
const EXPECTED = ['CONNECTION_', '57P0', '40001', '22012', 'ECONN', 'EPIPE']

function unlessDied(error: Error): null {
  const cause = error.cause ?? error
  if (cause instanceof Died) return null
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (EXPECTED.some((start) => code.startsWith(start))) return null
  throw error
}
