import { expect, test } from 'vitest'
import { countInput, moneyInput, reasonInput } from './inputs'

const messageOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues[0]?.message

test('a reason of blanks is none', () => {
  expect(messageOf(reasonInput.safeParse('   '))).toBe('Say why. It stays in the history.')
  expect(messageOf(reasonInput.safeParse(undefined))).toBe('Say why. It stays in the history.')
  expect(reasonInput.parse(' Damaged ')).toBe('Damaged')
})

test.each(['0', '-1', '2.5', '101', '1e1', 'ten'])('"%s" is no count from 1 to 100', (text) => {
  expect(messageOf(countInput('How many?', 1, 100).safeParse(text))).toBe('A whole number from 1 to 100, please.')
})

test('a count is counted', () => {
  expect(countInput('How many?', 1, 100).parse(' 42 ')).toBe(42)
})

test('an amount is read into pence, or said to be none', () => {
  expect(moneyInput('How much?', 'GBP').parse('1.16')).toBe(116)
  expect(messageOf(moneyInput('How much?', 'GBP').safeParse('1.165'))).toMatch(/^Write an amount/)
  expect(messageOf(moneyInput('How much?', 'GBP').safeParse(undefined))).toBe('How much?')
})
