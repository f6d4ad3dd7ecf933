import { expect, test } from 'vitest'
import { restFor } from './react'

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
