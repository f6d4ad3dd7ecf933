import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readAnnouncement, writeAnnouncement } from './announcement'

const key = fc.uuid()
const moved = fc.record({
  projection: fc.constantFrom('cart', 'order-history', 'revenue'),
  counter: fc.option(fc.nat()),
  keys: fc.option(fc.uniqueArray(key, { maxLength: 20 })),
})

it('what is announced is what is read', () => {
  fc.assert(
    fc.property(fc.array(moved, { maxLength: 4 }), (all) => {
      expect(readAnnouncement(writeAnnouncement(all))).toEqual(all)
    }),
  )
})

it('too many keys for a payload are not named, and untouched projections stay so', () => {
  const keys = Array.from({ length: 400 }, (_, n) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)
  const payload = writeAnnouncement([
    { projection: 'cart', counter: 7, keys },
    { projection: 'revenue', counter: 8, keys: [] },
  ])
  expect(Buffer.byteLength(payload)).toBeLessThan(8000)
  expect(readAnnouncement(payload)).toEqual([
    { projection: 'cart', counter: 7, keys: null },
    { projection: 'revenue', counter: 8, keys: [] },
  ])
})
