import { expect, test } from 'vitest'
import { moneyInputText, parseMoney } from './money-input'

test.each([
  ['12', 1200],
  ['12.5', 1250],
  ['12.50', 1250],
  [' £12.50 ', 1250],
  ['1,250.00', 125_000],
  ['0.07', 7],
  ['0', 0],
  // Multiplied as a float this is 115.99999999999999.
  ['1.16', 116],
  ['9007199254740.99', 900_719_925_474_099],
])('"%s" pounds are %d pence', (text, minor) => {
  expect(parseMoney(text, 'GBP')).toBe(minor)
})

test.each(['', 'ten', '12.505', '12,50', '1,25.00', '-3', '1e3', '.5', '12.', '99999999999999999'])(
  '"%s" is no amount in pounds',
  (text) => {
    expect(parseMoney(text, 'GBP')).toBeNull()
  },
)

test('a currency without coins below its unit takes no decimals', () => {
  expect(parseMoney('1,200', 'JPY')).toBe(1200)
  expect(parseMoney('12.5', 'JPY')).toBeNull()
})

test.each([
  [0, 'GBP', '0.00'],
  [7, 'GBP', '0.07'],
  [125_000, 'GBP', '1250.00'],
  [1200, 'JPY', '1200'],
])('%d of %s is written so that it is read the same', (minor, currency, text) => {
  expect(moneyInputText(minor, currency)).toBe(text)
  expect(parseMoney(text, currency)).toBe(minor)
})
