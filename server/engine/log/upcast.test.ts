import { expect, test } from 'vitest'
import { z } from 'zod'
import { upcast } from './upcast'

const parcel = {
  stream: 'parcel',
  shape: 3,
  schema: z.object({ grams: z.int(), sender: z.string().nullable() }),
  upcasters: [
    ({ weight }: { weight: number }) => ({ kilos: weight }),
    ({ kilos }: { kilos: number }) => ({ grams: kilos * 1000, sender: null }),
  ],
}

test('an event of the first shape passes through every upcaster, in their order', () => {
  expect(upcast('ParcelSent', 1, { weight: 2 }, parcel)).toEqual({ grams: 2000, sender: null })
})

test('an event of a middle shape passes only through those after it', () => {
  expect(upcast('ParcelSent', 2, { kilos: 3 }, parcel)).toEqual({ grams: 3000, sender: null })
})

test('an event of the current shape stays the very same', () => {
  const data = { grams: 1, sender: 'Ada' }
  expect(upcast('ParcelSent', 3, data, parcel)).toBe(data)
})

test('a shape that a later release wrote is refused, and named', () => {
  expect(() => upcast('ParcelSent', 4, {}, parcel)).toThrow(
    'The log holds ParcelSent in shape 4, and this release knows it up to shape 3.',
  )
})

test('a type that a later release wrote is refused, and named', () => {
  expect(() => upcast('ParcelLost', 1, {}, undefined)).toThrow('The log holds ParcelLost, which this release')
})

test.each([
  ['an upcaster is missing', 1, { ...parcel, upcasters: parcel.upcasters.slice(1) }],
  ['there are none', 1, { ...parcel, upcasters: undefined }],
  ['the shape is no shape', 0, parcel],
])('nothing is guessed where %s', (_, shape, definition) => {
  expect(() => upcast('ParcelSent', shape, { weight: 2 }, definition)).toThrow(`No upcasters lead from shape ${shape}`)
})
