import { expect, it } from 'vitest'
import { createMaybeSet } from './maybe-set'

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const count = 20_000

it('has all that was added, and hardly anything else', () => {
  const set = createMaybeSet()
  for (let n = 0; n < count; n++) set.add(idOf(n))
  const known = Array.from({ length: count }, (_, n) => set.mayHave(idOf(n)))
  expect(known.every(Boolean)).toBe(true)
  const strangers = Array.from({ length: count }, (_, n) => set.mayHave(idOf(count + n))).filter(Boolean)
  expect(strangers.length).toBeLessThan(count / 1000)
})
