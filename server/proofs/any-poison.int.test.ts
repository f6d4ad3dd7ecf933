import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listParked } from '@/server/engine/parking/parked'
import type { Projection } from '@/server/engine/projections/projection'
import { healDue } from '@/server/engine/projector/heal'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import { rebuild } from '@/server/engine/rebuilding/rebuild'
import type { ShopEvent } from '@/server/events/registry'
import { arbitraryHistory } from '@/server/read/arbitrary-history'
import { ownReadSide } from '@/server/read/own-read-side'

const shop = ownReadSide()

/** A key at whose events every second reader, or every one, fails, between two transactions of the history. */
type Bad = { key: string; from: number; until: number; readers: 0 | 1 | 2 }
/** What is done behind a transaction, all of it at once. `rebuilt`: which of the projections is made anew meanwhile. */
type Move = { after: number; isProjected: boolean; isHealed: boolean; rebuilt: number | null; batchSize: number }

const arbitraryTrouble = arbitraryHistory.chain((history) => {
  const keys = [...new Set(history.flat().map(({ key }) => key))]
  const index = fc.nat(history.length)
  return fc.record({
    history: fc.constant(history),
    bad: fc.array(
      fc.record({ key: fc.constantFrom(...keys), from: index, until: index, readers: fc.constantFrom(0, 1, 2) }),
      { minLength: 1, maxLength: 6 },
    ) as fc.Arbitrary<Bad[]>,
    moves: fc.array(
      fc.record({
        after: index,
        isProjected: fc.boolean(),
        isHealed: fc.boolean(),
        rebuilt: fc.option(fc.nat(11), { freq: 2 }),
        batchSize: fc.constantFrom(1, 3, 1000),
      }),
      { minLength: 1, maxLength: 12 },
    ) as fc.Arbitrary<Move[]>,
  })
})

const options = (batchSize = 1000) => ({ ...shop.options, batchSize, poison: 'park' as const })

/** The projections as they are between these transactions. */
function failingAfter(index: number, bad: readonly Bad[]): Projection[] {
  return shop.projections.map((projection, nth) => {
    const own = bad.filter(({ from, until, readers }) => from <= index && index <= until && readers !== nth % 2)
    const keys = new Set(own.map(({ key }) => key))
    return {
      ...projection,
      apply: async (tx, events) => {
        if (events.some(({ key }) => keys.has(key))) throw new TypeError('a bad event')
        return projection.apply(tx, events)
      },
    }
  })
}

async function goThrough(history: readonly ShopEvent[][], bad: readonly Bad[], moves: readonly Move[]): Promise<void> {
  for (const [index, facts] of history.entries()) {
    await shop.record(facts)
    for (const { isProjected, isHealed, rebuilt, batchSize } of moves.filter(({ after }) => after === index)) {
      const readers = failingAfter(index, bad)
      const anew = readers.filter((_, nth) => nth === rebuilt)
      await Promise.all([
        isProjected && catchUp(options(batchSize), readers),
        isHealed && healDue(options(), readers, true),
        ...anew.map((one) => rebuild(options(batchSize), one)),
      ])
    }
  }
  await catchUp(options(), shop.projections)
  await healDue(options(), shop.projections, true)
}

/** The rows of a shop in which nothing ever was bad. */
async function oneByOne() {
  const [tables] = await shop.admin<{ list: string }[]>`
    select string_agg(format('read.%I', tablename), ', ') as list from pg_tables where schemaname = 'read'`
  await shop.admin.unsafe(`truncate ${tables?.list}`)
  await prepareProjections(shop.projector, shop.projections)
  await catchUp({ ...shop.options, batchSize: 1 }, shop.projections)
  return shop.dump()
}

it(
  'whatever keys fail wherever and whenever, and however they are healed: the rows are those of a shop without a bad event',
  { timeout: 300_000 },
  () =>
    fc.assert(
      fc.asyncProperty(arbitraryTrouble, async ({ history, bad, moves }) => {
        await shop.clear()
        await goThrough(history, bad, moves)
        expect(await listParked(shop.admin, 'read.parked_key')).toEqual([])
        const rows = await shop.dump()
        expect(rows).toEqual(await oneByOne())
      }),
      { numRuns: 15 },
    ),
)
