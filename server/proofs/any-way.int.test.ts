import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { openReadSide, type TestReadSide } from '@/server/read/test-read-side'
import { arbitraryWay } from './arbitrary-way'
import { goAWay } from './go-a-way'

let shop: TestReadSide
beforeAll(async () => {
  shop = await openReadSide()
})
afterAll(() => shop.close())

/** The rows that the log makes when its events are projected one at a time, undisturbed. */
async function oneByOne() {
  const [tables] = await shop.admin<{ list: string }[]>`
    select string_agg(format('read.%I', tablename), ', ') as list from pg_tables where schemaname = 'read'`
  await shop.admin.unsafe(`truncate ${tables?.list}`)
  await prepareProjections(shop.projector, shop.projections)
  await catchUp({ sql: shop.projector, definitions, batchSize: 1 }, shop.projections)
  return shop.dump()
}

it(
  'in whatever batches, however often, by how many and with whatever losses: the rows are those of one event at a time',
  { timeout: 300_000 },
  () =>
    fc.assert(
      fc.asyncProperty(arbitraryWay, async (way) => {
        await shop.clear()
        await goAWay(shop, way)
        const rows = await shop.dump()
        expect(rows).toEqual(await oneByOne())
      }),
      { numRuns: 15 },
    ),
)
