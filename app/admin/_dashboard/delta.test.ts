import { expect, test } from 'vitest'
import { deltaOf } from './delta'

test.each([
  [112, 100, 'up', '12% more than the 30 days before'],
  [100, 101, 'down', '1.0% less than the 30 days before'],
  [2000, 100, 'up', '1,900% more than the 30 days before'],
  [0, 100, 'down', '100% less than the 30 days before'],
  [100, 100, 'level', 'As in the 30 days before'],
  [0, 0, 'level', 'As in the 30 days before'],
  [5, 0, 'up', 'None in the 30 days before'],
  [5, -5, 'up', 'Less than none in the 30 days before'],
])('%d after %d goes %s: %s', (now, before, direction, text) => {
  expect(deltaOf(now, before, 30)).toEqual({ direction, text })
})

test('a single day stands against a single day', () => {
  expect(deltaOf(3, 2, 1).text).toBe('50% more than the day before')
})
