import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { restFor, watchBusyness } from './busyness'

test('says that half of the time is busy until it knows better', () => {
  expect(watchBusyness()()).toBe(0.5)
})

test('a process that does not come up for air is busy', () => {
  const busyness = watchBusyness()
  const started = performance.now()
  while (performance.now() - started < 250);
  expect(busyness()).toBeGreaterThan(0.95)
})

test('a process that only waits is as busy as its machine', async () => {
  const busyness = watchBusyness()
  await sleep(300)
  const waiting = busyness()
  expect(waiting).toBeGreaterThanOrEqual(0)
  expect(waiting).toBeLessThanOrEqual(1)
})

test('answers the same for questions that follow at once', async () => {
  const busyness = watchBusyness()
  await sleep(250)
  expect(busyness()).toBe(busyness())
})

test.each([
  [0, 1],
  [0.5, 1],
  [0.6, 2.25],
  [0.75, 9],
  [0.95, 9],
  [1, 9],
])('where %d of the time is busy, work is followed by %d times as much rest', (busy, times) => {
  expect(restFor(busy)).toBeCloseTo(times)
})
