import { expect, test } from 'vitest'
import { parseArguments } from './parse-arguments'

const parse = (...words: string[]) => parseArguments(words, ['cart', 'revenue'])

test('names are taken as they are, and all stands for every one', () => {
  expect(parse('rebuild', 'revenue')).toEqual({ verb: 'rebuild', names: ['revenue'] })
  expect(parse('rebuild', 'all')).toEqual({ verb: 'rebuild', names: ['cart', 'revenue'] })
  expect(parse('status')).toEqual({ verb: 'status' })
})

test('an unknown name is answered with those there are', () => {
  expect(() => parse('rebuild', 'revenues')).toThrow(
    /^There is no projection called revenues: there are cart, revenue, and all\.$/,
  )
})

test('anything else is answered with how it is used', () => {
  expect(() => parse()).toThrow(/^Usage: npm run projections/)
  expect(() => parse('rebuild', '--help')).toThrow(/^Usage/)
  expect(() => parse('wipe')).toThrow(/^"wipe" is not understood/)
  expect(() => parse('status', 'cart')).toThrow(/^"cart" is not understood/)
  expect(() => parse('rebuild')).toThrow(/^Rebuild which\?/)
})
