import { expect, test } from 'vitest'
import { type Guarantee, type Operation, violations } from './guarantees'

const write = (client: string, key: string, version: number): Operation => ({ is: 'write', client, key, version })
const read = (client: string, seen: Record<string, number>): Operation => ({ is: 'read', client, seen })
const broken = (...history: Operation[]): Guarantee[] => violations(history).map(({ guarantee }) => guarantee)

test('a sound history breaks nothing, also where somebody else sees it later', () => {
  const history = [
    write('ada', 'kettle', 1),
    read('ada', { kettle: 1, lamp: 0 }),
    read('ben', { kettle: 0, lamp: 0 }),
    write('ben', 'lamp', 2),
    read('ben', { kettle: 1, lamp: 2 }),
    write('ada', 'kettle', 3),
    read('ada', { kettle: 3, lamp: 2 }),
    read('ben', { kettle: 1, lamp: 2 }),
    read('ben', { kettle: 3, lamp: 2 }),
  ]
  expect(broken(...history)).toEqual([])
})

test('an answer without an own write breaks “read your writes”', () => {
  expect(violations([write('ada', 'kettle', 7), read('ada', { kettle: 4 })])).toEqual([
    { guarantee: 'read your writes', client: 'ada', key: 'kettle', version: 7, butWas: 4 },
  ])
})

test('an answer that has gone back breaks “monotonic reads”', () => {
  const history = [write('ben', 'kettle', 7), read('ada', { kettle: 7 }), read('ada', { kettle: 4 })]
  expect(broken(...history)).toEqual(['monotonic reads'])
})

test('a second write that shows without the first breaks “monotonic writes”', () => {
  const history = [write('ada', 'kettle', 7), write('ada', 'lamp', 8), read('ben', { kettle: 0, lamp: 8 })]
  expect(broken(...history)).toEqual(['monotonic writes'])
})

test('a second write that was put before the first breaks “monotonic writes”', () => {
  expect(broken(write('ada', 'kettle', 7), write('ada', 'kettle', 6))).toEqual(['monotonic writes'])
})

test('a write that shows without what its writer had seen breaks “writes follow reads”', () => {
  const history = [
    write('ben', 'kettle', 7),
    read('ada', { kettle: 7, lamp: 0 }),
    write('ada', 'lamp', 8),
    read('cyd', { kettle: 0, lamp: 8 }),
  ]
  expect(broken(...history)).toEqual(['writes follow reads'])
})

test('keys that one answer does not hold together are not held against each other', () => {
  const history = [
    write('ada', 'kettle', 7),
    write('ada', 'lamp', 8),
    read('ben', { lamp: 8 }),
    read('ben', { kettle: 0 }),
  ]
  expect(broken(...history)).toEqual([])
})
