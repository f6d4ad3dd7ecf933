import { describe, expect, it } from 'vitest'
import { dateText } from './date-text'

const moment = new Date('2026-03-31T23:05:00Z')

describe('a moment', () => {
  it('is written out in the zone it is read in', () => {
    expect(dateText(moment, 'UTC', 'dateTime')).toBe('31 March 2026, 23:05')
    expect(dateText(moment, 'Europe/London', 'dateTime')).toBe('1 April 2026, 00:05')
  })

  it('can be written shorter', () => {
    expect(dateText(moment, 'UTC', 'date')).toBe('31 March 2026')
    expect(dateText(moment, 'UTC', 'day')).toBe('Tuesday 31 March')
    expect(dateText(moment, 'UTC', 'time')).toBe('23:05')
    expect(dateText(moment, 'UTC', 'shortDate')).toBe('31 Mar 2026')
    expect(dateText(new Date('2026-09-01T00:00:00Z'), 'UTC', 'shortDateTime')).toBe('1 Sep 2026, 00:00')
  })
})
