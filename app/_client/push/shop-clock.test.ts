import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setShopClock, shopNow } from './shop-clock'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
  setShopClock(0)
})

it.each([-600_000, 600_000])('goes by the shop where its own clock is %i ms wrong', (aheadMs) => {
  setShopClock(aheadMs)
  expect(shopNow()).toBe(1_000_000 + aheadMs)
  vi.setSystemTime(1_005_000)
  expect(shopNow()).toBe(1_005_000 + aheadMs)
})

it('does not take the way of a message for a wrong clock', () => {
  setShopClock(1_500)
  expect(shopNow()).toBe(1_000_000)
})

it('goes by its own clock again when that was set right', () => {
  setShopClock(600_000)
  setShopClock(-300)
  expect(shopNow()).toBe(1_000_000)
})
