import { expect, test } from 'vitest'
import { judge } from './judge'

const lengths = new Map([
  ['a', 3],
  ['b', 1],
])
const given = (...names: string[]) =>
  names.map((name, position) => ({ key: name.charAt(0), n: Number(name.slice(1)), position }))

test.each([
  ['everything once and in order', ['a1', 'b1', 'a2', 'a3'], { missing: 0, duplicates: 0, inversions: 0 }],
  ['one too few', ['a1', 'a3', 'b1'], { missing: 1, duplicates: 0, inversions: 0 }],
  ['one twice', ['a1', 'a2', 'a1', 'a3', 'b1'], { missing: 0, duplicates: 1, inversions: 0 }],
  ['one overtaken', ['a2', 'a1', 'a3', 'b1'], { missing: 0, duplicates: 0, inversions: 1 }],
  ['nothing', [], { missing: 4, duplicates: 0, inversions: 0 }],
])('%s', (_, names, faults) => {
  expect(judge(lengths, given(...names))).toEqual({ delivered: names.length, ...faults })
})
