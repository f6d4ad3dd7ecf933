import fc from 'fast-check'
import { expect, it } from 'vitest'
import { instantOf } from './read-stretch'

/** As PostgreSQL writes an instant in UTC: zeros at the end of the fraction are left out. */
function written(instant: Date): [day: string, time: string] {
  const [day = '', time = ''] = instant.toISOString().replace('Z', '').split('T')
  return [day, `${time.replace(/\.?0*$/, '')}+00`]
}

it('an instant is the same as PostgreSQL writes it and as JavaScript does', () => {
  const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, (instant) => {
      expect(instantOf(...written(instant))).toBe(instant.toISOString())
    }),
  )
})

it('microseconds are cut off, and an offset is reckoned with', () => {
  expect(instantOf('2026-03-29', '01:30:00.123987+00')).toBe('2026-03-29T01:30:00.123Z')
  expect(instantOf('2026-03-29', '03:30:00.5+02')).toBe('2026-03-29T01:30:00.500Z')
})
