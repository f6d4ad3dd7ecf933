import { expect, test } from 'vitest'
import { createRecent } from './recent'

const moved = (counter: number) => ({ projection: 'cart', counter, keys: ['ada'] })

test('tells what was announced since', () => {
  let now = 1_000
  const recent = createRecent(() => now)
  recent.note(moved(1))
  now = 2_000
  recent.note(moved(2))
  now = 2_100
  expect(recent.since(500)).toEqual([moved(2)])
  expect(recent.since(1_100)).toEqual([moved(1), moved(2)])
})

test('does not claim to know what was before it', () => {
  const recent = createRecent(() => 1_000)
  expect(recent.since(1)).toBeNull()
})

test('vouches for nothing from before something was missed', () => {
  let now = 1_000
  const recent = createRecent(() => now)
  recent.note(moved(1))
  recent.forget()
  expect(recent.since(0)).toBeNull()
  now = 2_000
  recent.note(moved(2))
  expect(recent.since(999)).toEqual([moved(2)])
  expect(recent.since(1_000)).toBeNull()
})

test('knows what it had to forget', () => {
  let now = 0
  const recent = createRecent(() => now)
  for (; now < 8_000; now++) recent.note(moved(now))
  expect(recent.since(now - 3_999)).toBeNull()
  expect(recent.since(now - 4_000)).toHaveLength(4_000)
})
