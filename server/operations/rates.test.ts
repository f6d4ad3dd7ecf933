import { expect, test } from 'vitest'
import { createRates } from './rates'

test('a reader’s speed is that of the last minute, and unknown until somebody looked twice', () => {
  let now = 0
  const rates = createRates(() => now)
  const look = (at: number, seen: number) => {
    now = at
    rates.note([{ name: 'totals', seen }])
    return rates.of('totals')
  }
  expect(look(0, 100)).toBeNull()
  expect(look(400, 900)).toBeNull()
  expect(look(2000, 300)).toBe(100)
  expect(look(62_000, 300)).toBe(0)
  expect(rates.of('nobody')).toBeNull()
})
