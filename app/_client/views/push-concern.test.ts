import { expect, test } from 'vitest'
import { answerAt } from '../testing'
import { keyOf } from './answer-cache'
import { concernOf } from './push-concern'

const ADA = '0198f000-0000-7000-8000-0000000000a1'
const NOTE = '0198f000-0000-7000-8000-0000000000b2'
const OTHER = '0198f000-0000-7000-8000-0000000000c3'
const ada = { actorId: ADA, hearsAll: false }
const merchant = { actorId: ADA, hearsAll: true }

const view = (input: unknown, data: unknown = null) => ({
  key: keyOf({ name: 'findNote', input }),
  answer: answerAt(5, data),
  isFetching: false,
})
const moved = (keys: string[] | null, counter: number | null = 6) => ({ projection: 'notes', counter, keys })

test('what the answer has already is no news', () => {
  expect(concernOf(view({}), moved([ADA], 5), ada)).toBeUndefined()
})

test('of a partition nobody knows whether the answer has it already, so it is news', () => {
  expect(concernOf(view({}), moved([ADA], null), ada)).toBe('own')
})

test("another projection's mark is no news", () => {
  expect(concernOf(view({}), { ...moved([ADA]), projection: 'letters' }, ada)).toBeUndefined()
})

test('own rows, and the thing that was asked for, are own', () => {
  expect(concernOf(view({}), moved([ADA]), ada)).toBe('own')
  expect(concernOf(view({ noteId: NOTE }), moved([NOTE]), ada)).toBe('own')
})

test('a view of one thing is not concerned by another, whoever looks', () => {
  expect(concernOf(view({ noteId: NOTE }, { like: [OTHER] }), moved([OTHER]), merchant)).toBeUndefined()
})

test('a list is concerned by what it shows, and for staff by what it may come to show', () => {
  const list = view({ page: 1 }, { notes: [{ noteId: NOTE }] })
  expect(concernOf(list, moved([NOTE]), ada)).toBe('shown')
  expect(concernOf(list, moved([OTHER]), ada)).toBeUndefined()
  expect(concernOf(list, moved([OTHER]), merchant)).toBe('listed')
})

test('too much to name may concern anything', () => {
  expect(concernOf(view({ noteId: NOTE }), moved(null), ada)).toBe('perhaps')
})
