import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { watchBusyness } from './busyness'

test('says that all is busy until it knows better', () => {
  expect(watchBusyness()()).toBe(1)
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
