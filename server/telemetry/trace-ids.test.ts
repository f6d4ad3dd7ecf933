import { v5, v7 } from 'uuid'
import { expect, test } from 'vitest'
import { clickedAt, traceOf } from './trace-ids'

test('a command has one trace, wherever it is met', () => {
  const id = v7()
  expect(traceOf(id)).toEqual(traceOf(id.toUpperCase().toLowerCase()))
  expect(traceOf(id).traceId).toMatch(/^[0-9a-f]{32}$/)
  expect(traceOf(id).spanId).toMatch(/^[0-9a-f]{16}$/)
  expect(traceOf(id)).not.toEqual(traceOf(v7()))
})

test('the click is when the browser made the id, unless its clock is wrong or the id tells no time', () => {
  const now = Date.parse('2026-11-20T12:00:00Z')
  const made = (msecs: number) => v7({ msecs })
  expect(clickedAt(made(now - 300), now)).toBe(now - 300)
  expect(clickedAt(made(now + 5000), now)).toBe(now)
  expect(clickedAt(made(now - 3_600_000), now)).toBe(now)
  expect(clickedAt(v5('reaction', made(now)), now)).toBe(now)
})
