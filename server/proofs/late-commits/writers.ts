import { setTimeout as sleep } from 'node:timers/promises'
import type { TransactionSql } from '@/server/engine/database/postgres'
import type { Cluster } from './cluster'
import { note } from './noted'

const WRITERS = 32
const LONGEST_PAUSE_MS = 12

/** So many events, in transactions of up to so many a stream. */
export type Load = { events: number; perStream: number }

const dice = (sides: number) => Math.floor(Math.random() * sides)
const chance = (share: number) => Math.random() < share
const pause = () => sleep(dice(LONGEST_PAUSE_MS))

/** Lets 32 writers write until so many events are committed, and answers how many are. */
export async function write({ writers, streams }: Cluster, { events, perStream }: Load): Promise<number> {
  let committed = 0
  const writer = async () => {
    while (committed < events) {
      const count = await writers
        .begin((tx) => writeSome(tx as unknown as TransactionSql, streams, perStream))
        .catch(unlessUndone)
      committed += count
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return committed
}

/**
 * One transaction on a few streams, in a fixed order, with pauses. Half of them have their transaction id long before
 * they append, as a command has that writes tables first.
 */
async function writeSome(tx: TransactionSql, streams: readonly string[], perStream: number): Promise<number> {
  if (chance(0.5)) await tx`select pg_current_xact_id()`
  await pause()
  let count = 0
  for (const key of someOf(streams)) {
    const own = 1 + dice(perStream)
    await (chance(0.3)
      ? tx.savepoint((inner) => note(inner as unknown as TransactionSql, key, own))
      : note(tx, key, own))
    count += own
    if (chance(0.2)) await undone(tx, key)
  }
  await pause()
  if (chance(0.15)) throw new Undone()
  return count
}

function someOf(streams: readonly string[]): string[] {
  const chosen = new Set(Array.from({ length: 1 + dice(3) }, () => streams[dice(streams.length)] ?? ''))
  return [...chosen].sort()
}

/** Takes positions that nobody will ever see, in the middle of a transaction that goes on. */
async function undone(tx: TransactionSql, key: string): Promise<void> {
  const work = tx.savepoint(async (inner) => {
    await note(inner as unknown as TransactionSql, key, 1 + dice(3))
    throw new Undone()
  })
  await work.catch(unlessUndone)
}

class Undone extends Error {}

function unlessUndone(error: unknown): 0 {
  if (error instanceof Undone) return 0
  throw error
}
