import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { openReadSide, type TestReadSide } from '@/server/read/test-read-side'
import { created, restocked } from '@/server/read/testing'
import type { Place } from '../log/checkpoint'
import { createReadAhead, type ReadAhead } from './read-ahead'

const BEFORE_ALL = '1:1:'
const LIMIT = 2

let shop: TestReadSide
beforeAll(async () => {
  shop = await openReadSide()
})
beforeEach(async () => {
  await shop.clear()
  await shop.record([created(1), ...Array.from({ length: 11 }, () => restocked(1, 1))])
})
afterAll(() => shop.close())

/** Two set out together. */
async function setOut(): Promise<{ ahead: ReadAhead; place: Place & { target: string } }> {
  const ahead = createReadAhead(shop.projector, definitions, ['ProductCreated', 'ProductRestocked'], LIMIT)
  const [shown] = await shop.projector<{ now: string }[]>`select pg_current_snapshot()::text as now`
  const beginning = async () => 0
  await ahead.ways.from(BEFORE_ALL, shown?.now ?? '', beginning)
  const { target, reached } = await ahead.ways.from(BEFORE_ALL, shown?.now ?? '', beginning)
  return { ahead, place: { snapshot: BEFORE_ALL, target, reached } }
}

it('a stretch is read once for both', async () => {
  const { ahead, place } = await setOut()
  ahead.start(place)
  ahead.start(place)
  const [first, second] = [ahead.take(place), ahead.take(place)]
  expect(second).toBe(first)
  expect((await first)?.events.map(({ type }) => type)).toEqual(['ProductCreated', 'ProductRestocked'])
  expect(ahead.take(place)).toBeUndefined()
})

it('who is ahead goes on alone when the other one does not come', async () => {
  const { ahead, place } = await setOut()
  let [next, walked]: [Place | null, number] = [place, 0]
  while (next?.target) {
    ahead.start(next)
    const step = await ahead.take(next)
    walked += step?.events.length ?? 0
    next = step?.next ?? null
  }
  expect(walked).toBe(12)
  expect(ahead.ways.walkersTo(place.target)).toBe(1)
})
