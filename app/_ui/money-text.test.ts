import { describe, expect, it } from 'vitest'
import { currencyDecimals, moneyText, moneyTextShort } from './money-text'

describe('an amount of money', () => {
  it('is written from minor units with its currency', () => {
    expect(moneyText(974774793, 'GBP')).toBe('£9,747,747.93')
    expect(moneyText(5, 'GBP')).toBe('£0.05')
    expect(moneyText(-1250, 'GBP')).toBe('-£12.50')
  })

  it('has as many decimals as its currency', () => {
    expect(currencyDecimals('JPY')).toBe(0)
    expect(moneyText(1250, 'JPY')).toBe('JP¥1,250')
    expect(currencyDecimals('KWD')).toBe(3)
  })

  it('is short on an axis, and still says which', () => {
    expect(moneyTextShort(75_000, 'GBP')).toBe('£750')
    expect(moneyTextShort(225_000, 'GBP')).toMatch(/^£2\.25k$/i)
  })
})
