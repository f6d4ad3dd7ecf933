import { describe, expect, it } from 'vitest'
import { parseDecimal, toMinor } from './decimal'

const minor = (text: string, times?: number) => {
  const value = parseDecimal(text)
  return value === null ? null : toMinor(value, times)
}

describe('a price', () => {
  it.each([
    ['2.55', 255],
    ['0.0', 0],
    ['3', 300],
    ['-11062.06', -1106206],
    ['0.1', 10],
    // As floats: 1.005 * 100 = 100.49999999999999, and 4.35 * 100 = 434.99999999999994.
    ['1.005', 101],
    ['4.35', 435],
  ])('reads %s as %i pence', (text, pence) => {
    expect(minor(text)).toBe(pence)
  })

  it.each(['', ' ', '2,55', '1e3', 'NaN', '£2.55', '.5', '5.', '1 000', '--1', '0x10'])(
    'does not take "%s"',
    (text) => {
      expect(parseDecimal(text)).toBeNull()
    },
  )
})

describe('an amount', () => {
  it('is rounded once, after multiplying', () => {
    expect(minor('0.001', 1)).toBe(0)
    expect(minor('0.001', 4)).toBe(0)
    expect(minor('0.001', 5)).toBe(1)
    expect(minor('0.125', 3)).toBe(38)
    expect(minor('0.004', 1000)).toBe(400)
  })

  it('rounds a half away from zero on either side', () => {
    expect(minor('0.005', 1)).toBe(1)
    expect(minor('0.005', -1)).toBe(-1)
    expect(minor('0.015', -1)).toBe(-2)
    expect(minor('-0.0149')).toBe(-1)
  })

  it('stays exact where a float would not', () => {
    expect(minor('1.15', 300_000_007)).toBe(34_500_000_805)
  })
})
