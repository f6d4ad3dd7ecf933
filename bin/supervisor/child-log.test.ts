import { expect, it } from 'vitest'
import { findWarning } from './child-log'

const line = (fields: object) => JSON.stringify({ time: 1, ...fields })

it.each([
  [
    'a warning with its cause',
    line({ level: 40, msg: 'will be tried again', error: 'no queue' }),
    'will be tried again: no queue',
  ],
  ['an error object', line({ level: 50, msg: 'failed', err: { message: 'it broke' } }), 'failed: it broke'],
  ['what the web server complains of', '⚠ metadataBase is not set', '⚠ metadataBase is not set'],
  ['an exception that nobody caught', 'TypeError: x is not a function', 'TypeError: x is not a function'],
])('shows %s', (_, printed, shown) => {
  expect(findWarning(printed)).toBe(shown)
})

it.each([
  ['what is only information', line({ level: 30, msg: 'up to date' })],
  ['a plain line', '  ✓ Ready in 300ms'],
  ['a line that was cut off', '{"level":50,"msg":"fai'],
])('keeps %s in the file', (_, printed) => {
  expect(findWarning(printed)).toBeUndefined()
})
