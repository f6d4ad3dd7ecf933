import { validate, version } from 'uuid'
import { afterEach, expect, it, vi } from 'vitest'
import { newId } from './new-id'

afterEach(() => vi.useRealTimers())

it('makes ids of version 7 that tell when they were made', () => {
  const before = Date.now()
  const id = newId()
  expect(validate(id) && version(id)).toBe(7)
  const ms = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  expect(ms).toBeGreaterThanOrEqual(before)
  expect(ms).toBeLessThanOrEqual(Date.now())
})

it('makes them in their order, and none twice, however fast and whatever the clock does', () => {
  vi.useFakeTimers({ now: Date.now() + 60_000 })
  const ids = Array.from({ length: 10_000 }, newId)
  vi.setSystemTime(Date.now() - 3_600_000)
  ids.push(newId(), newId())
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every(validate)).toBe(true)
})
