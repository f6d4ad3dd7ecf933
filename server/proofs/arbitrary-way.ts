import fc from 'fast-check'
import type { ShopEvent } from '@/server/events/registry'
import { arbitraryHistory } from '@/server/read/arbitrary-history'

/** How the projections are moved on once. Every field is one dimension of what may go otherwise in a shop that runs. */
export type Move = {
  /** Behind so many transactions of the history. */
  after: number
  /**
   * `catch-up`: to the end. `step`: one batch. `stale-step`: one batch by somebody who believes to know where the
   * projections stand, and is wrong. `convoy`: as a worker does it.
   */
  by: (typeof DOORS)[number]
  batchSize: number
  /** So many at once, on the same projections. */
  workers: number
  /** Into how many partitions those that can be are split from then on. */
  partitions: number
  /** The partitions of this number, from 1 on, are left where they are. */
  leaves: number
  /**
   * Where the attempt dies: after so many applications of a batch by a projection, in a transaction that is lost; a
   * convoy's connections are cut off after so many ms. What died is not tried again until the next move.
   */
  diesAfter: number | null
}

/** A history, which of its transactions commit so much later than they were written, and the moves meanwhile. */
export type Way = { history: ShopEvent[][]; late: number[]; moves: Move[] }

const DOORS = ['catch-up', 'step', 'stale-step', 'convoy'] as const

const arbitraryMove = (length: number): fc.Arbitrary<Move> =>
  fc.record({
    after: fc.nat(length),
    by: fc.constantFrom(...DOORS),
    batchSize: fc.constantFrom(1, 2, 7, 1000),
    workers: fc.integer({ min: 1, max: 3 }),
    partitions: fc.integer({ min: 1, max: 3 }),
    leaves: fc.nat(3),
    diesAfter: fc.option(fc.nat(12)),
  })

/** Any way that a valid history of the shop can come to its read tables. */
export const arbitraryWay: fc.Arbitrary<Way> = arbitraryHistory.chain((history) =>
  fc
    .record({
      late: fc.array(fc.nat(3), { minLength: history.length, maxLength: history.length }),
      moves: fc.array(arbitraryMove(history.length), { maxLength: 8 }),
    })
    .map(({ late, moves }) => ({ history, late: late.map((by, index) => possiblyLate(history, index, by)), moves })),
)

/** Who touches the same things waits for the other's lock, and so has no position before that one has committed. */
function possiblyLate(history: readonly ShopEvent[][], index: number, by: number): number {
  const own = thingsIn(history[index])
  const meeting = history.slice(index + 1, index + 1 + by).findIndex((other) => meet(own, thingsIn(other)))
  return meeting < 0 ? by : meeting
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const thingsIn = (facts: readonly ShopEvent[] = []) => new Set(JSON.stringify(facts).match(ID))
const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>) => [...some].some((one) => others.has(one))
