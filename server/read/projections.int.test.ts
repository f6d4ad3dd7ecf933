import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { catchUp } from '@/server/engine/projector'
import { rebuild } from '@/server/engine/rebuild'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { arbitraryHistory } from './arbitrary-history'
import { openReadSide, type TestReadSide } from './test-read-side'
import { ada, addedToCart, addressSaved, created, placed, registered } from './testing'

let shop: TestReadSide
beforeAll(async () => {
  shop = await openReadSide()
})
afterAll(() => shop.close())

/** Cuts a history into runs of transactions that are recorded before the projections look again. */
const cut = arbitraryHistory.chain((history) =>
  fc.record({
    history: fc.constant(history),
    stops: fc.array(fc.nat(history.length), { maxLength: 4 }),
    batchSize: fc.constantFrom(1, 2, 7, 1000),
    isTwice: fc.boolean(),
  }),
)

it(
  'any cut into batches, by one worker or by two, gives the rows that one event at a time gives',
  { timeout: 120_000 },
  () =>
    fc.assert(
      fc.asyncProperty(cut, async ({ history, stops, batchSize, isTwice }) => {
        await shop.clear()
        const pieces = [...new Set([...stops, history.length])].toSorted((a, b) => a - b)
        let done = 0
        for (const end of pieces) {
          for (const facts of history.slice(done, end)) await shop.record(facts)
          await Promise.all(
            isTwice ? [shop.catchUpAll(batchSize), shop.catchUpAll(batchSize)] : [shop.catchUpAll(batchSize)],
          )
          done = end
        }
        const inBatches = await shop.dump()
        const oneByOne = { sql: shop.projector, definitions, batchSize: 1 }
        await Promise.all(shop.projections.map((one) => rebuild(oneByOne, one)))
        expect(inBatches).toEqual(await shop.dump())
      }),
      { numRuns: 12 },
    ),
)

it('a batch whose transaction is lost is projected again, once', async () => {
  await shop.clear()
  await shop.record([created(), registered(ada.id, 'Ada'), addressSaved(ada.id), addedToCart(ada.id, 1, 1), placed()])
  for (const projection of shop.projections) {
    const failing = {
      ...projection,
      apply: async (...args: Parameters<typeof projection.apply>) => {
        await projection.apply(...args)
        throw new Error('The connection is lost.')
      },
    }
    await expect(catchUp({ sql: shop.projector, definitions }, [failing])).rejects.toThrow('lost')
  }
  expect(Object.values(await shop.dump()).flat()).toEqual([])
  await shop.catchUpAll()
  const rows = await shop.dump()
  await shop.catchUpAll()
  expect(await shop.dump()).toEqual(rows)
  expect(rows.order_detail).toHaveLength(1)
})
