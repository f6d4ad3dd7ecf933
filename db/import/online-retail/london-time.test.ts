import { describe, expect, it } from 'vitest'
import { parseLondonTime } from './london-time'

const utc = (text: string) => parseLondonTime(text)?.toISOString() ?? null

describe('a time of the history', () => {
  it('is Greenwich time in winter and an hour ahead of it in summer', () => {
    expect(utc('2010-12-01 08:26:00')).toBe('2010-12-01T08:26:00.000Z')
    expect(utc('2011-07-01 00:10:00')).toBe('2011-06-30T23:10:00.000Z')
  })

  it('follows the clocks on the days on which they change', () => {
    expect(utc('2011-03-27 00:59:59')).toBe('2011-03-27T00:59:59.000Z')
    expect(utc('2011-03-27 02:00:00')).toBe('2011-03-27T01:00:00.000Z')
    expect(utc('2011-10-30 00:30:00')).toBe('2011-10-29T23:30:00.000Z')
    expect(utc('2011-10-30 02:00:00')).toBe('2011-10-30T02:00:00.000Z')
  })

  it('is moved on where the clock skips it', () => {
    expect(utc('2011-03-27 01:30:00')).toBe('2011-03-27T01:30:00.000Z')
  })

  it('is the second of two where the clock shows it twice', () => {
    expect(utc('2011-10-30 01:30:00')).toBe('2011-10-30T01:30:00.000Z')
  })

  it.each(['2011-02-30 10:00:00', '2011-13-01 10:00:00', '2011-01-01 24:00:00', '2011-01-01', '01/12/2010 08:26', ''])(
    'is not "%s"',
    (text) => {
      expect(utc(text)).toBeNull()
    },
  )
})
