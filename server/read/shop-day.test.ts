import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysFrom } from './shop-day'

describe('the day of an instant', () => {
  it.each([
    ['2026-03-28T23:59:59.999Z', '2026-03-28', 'the last moment of a winter day'],
    ['2026-03-29T00:00:00.000Z', '2026-03-29', 'midnight on the day the clocks go forward'],
    ['2026-03-29T22:59:59.999Z', '2026-03-29', 'the last moment of that day, which has 23 hours'],
    ['2026-03-29T23:00:00.000Z', '2026-03-30', 'the first midnight of summer time'],
    ['2026-10-24T23:00:00.000Z', '2026-10-25', 'midnight of the day the clocks go back'],
    ['2026-10-25T23:59:59.999Z', '2026-10-25', 'the last moment of that day, which has 25 hours'],
    ['2026-10-26T00:00:00.000Z', '2026-10-26', 'the first midnight of winter time'],
  ])('in London at %s is %s: %s', (instant, day) => {
    expect(dayOf(instant, 'Europe/London')).toBe(day)
  })

  it('depends on where the shop is', () => {
    const instant = '2026-05-04T23:30:00.000Z'
    expect(dayOf(instant, 'America/New_York')).toBe('2026-05-04')
    expect(dayOf(instant, 'Pacific/Auckland')).toBe('2026-05-05')
  })

  it('takes instants as PostgreSQL writes them, too', () => {
    expect(dayOf('2026-05-04T23:30:00+00:00', 'Europe/London')).toBe('2026-05-05')
  })
})

describe('counting days', () => {
  it('goes over the ends of months and years, and over days of 23 and 25 hours', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-30', -29)).toBe('2026-03-01')
    expect(daysFrom('2026-03-28', '2026-03-30')).toEqual(['2026-03-28', '2026-03-29', '2026-03-30'])
    expect(daysFrom('2026-10-24', '2026-10-26')).toHaveLength(3)
  })
})
