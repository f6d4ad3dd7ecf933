import { expect, test } from 'vitest'
import { momentPath, parseAskedMoment } from './asked-moment'

const LONDON = 'Europe/London'

test('a moment is read off the shop’s clocks, by summer time and by winter time', () => {
  expect(parseAskedMoment({ moment: '2026-07-01T14:05' }, LONDON).at).toBe('2026-07-01T13:05:59.999Z')
  expect(parseAskedMoment({ moment: '2026-12-01T14:05' }, LONDON).at).toBe('2026-12-01T14:05:59.999Z')
})

test('an event counts before a moment', () => {
  expect(parseAskedMoment({ position: '7', moment: '2026-07-01T14:05' }, LONDON)).toEqual({ position: 7 })
})

test.each([{}, { position: '-1' }, { position: 'x' }, { moment: 'yesterday' }, { moment: '2026-07-01' }])(
  '%o asks for now',
  (params) => {
    expect(parseAskedMoment(params, LONDON)).toEqual({})
  },
)

test('an event has an address', () => {
  expect(momentPath('/admin/orders/1/history', 7)).toBe('/admin/orders/1/history?position=7#as-it-stood')
})
