import { expect, it } from 'vitest'
import { instantOf } from './read-stretch'

it.each([
  ['2026-05-04 23:30:00+00', '2026-05-04T23:30:00.000Z'],
  ['2026-05-04 23:30:00.1+00', '2026-05-04T23:30:00.100Z'],
  ['2026-05-04 23:30:00.123+00', '2026-05-04T23:30:00.123Z'],
  ['2026-05-04 23:30:00.123999+00', '2026-05-04T23:30:00.123Z'],
  ['2026-05-05 01:30:00.5+02', '2026-05-04T23:30:00.500Z'],
])('the instant %s is written as JavaScript does', (text, instant) => {
  const [day = '', time = ''] = text.split(' ')
  expect(instantOf(day, time)).toBe(instant)
  expect(new Date(text).toISOString()).toBe(instant)
})
