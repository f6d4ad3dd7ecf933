import { expect, test } from 'vitest'
import { difference } from './difference'

const boat = { boatId: 'b1', name: 'Gull', crew: { captain: 'Ada', hands: 3 }, sails: [{ sailId: 's1', area: 20 }] }

test('names each field that is another than before, with both sides', () => {
  const after = { ...boat, name: 'Tern', crew: { captain: 'Ada', hands: 4 } }
  expect(difference(boat, after)).toEqual([
    { path: ['name'], before: 'Gull', after: 'Tern' },
    { path: ['crew', 'hands'], before: 3, after: 4 },
  ])
})

test('knows the elements of a list again by their ids, wherever they stand', () => {
  const after = {
    ...boat,
    sails: [
      { sailId: 's2', area: 9 },
      { sailId: 's1', area: 25 },
    ],
  }
  expect(difference(boat, after)).toEqual([
    { path: ['sails', '2', 'area'], before: 20, after: 25 },
    { path: ['sails', '1', 'sailId'], before: null, after: 's2' },
    { path: ['sails', '1', 'area'], before: null, after: 9 },
  ])
})

test('calls an element what people call it', () => {
  const after = { ...boat, sails: [{ sailId: 's1', area: 25 }] }
  expect(difference(boat, after, ({ sailId }) => (sailId ? `Sail ${sailId}` : undefined))).toMatchObject([
    { path: ['sails', 'Sail s1', 'area'] },
  ])
})

test('what was not there before began from nothing, and what is gone ended in it', () => {
  expect(difference(null, { name: 'Gull' })).toEqual([{ path: ['name'], before: null, after: 'Gull' }])
  expect(difference({ name: 'Gull' }, null)).toEqual([{ path: ['name'], before: 'Gull', after: null }])
})

test('is empty between equals', () => {
  expect(difference(boat, structuredClone(boat))).toEqual([])
})
