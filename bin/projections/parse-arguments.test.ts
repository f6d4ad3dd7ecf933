import { expect, test } from 'vitest'
import { parseArguments } from './parse-arguments'

const parse = (...words: string[]) =>
  parseArguments(words, { projections: ['cart', 'revenue'], policies: ['when-paid'] })

test('names are taken as they are, and all stands for every one', () => {
  expect(parse('rebuild', 'revenue')).toEqual({ verb: 'rebuild', names: ['revenue'] })
  expect(parse('rebuild', 'all')).toEqual({ verb: 'rebuild', names: ['cart', 'revenue'] })
  expect(parse('status')).toEqual({ verb: 'status' })
  for (const verb of ['pause', 'resume', 'cancel', 'return', 'drop'])
    expect(parse(verb, 'cart')).toEqual({ verb, names: ['cart'] })
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
  expect(() => parse('return')).toThrow(/^Return which\?/)
})

test('retry takes one key of a projection or a policy, or all there are', () => {
  const key = '00000000-0000-7000-8000-000000000001'
  expect(parse('parked')).toEqual({ verb: 'parked' })
  expect(parse('retry', 'all')).toEqual({ verb: 'retry', one: null })
  expect(parse('retry', 'when-paid', key)).toEqual({ verb: 'retry', one: { reader: 'when-paid', key } })
  expect(() => parse('retry', 'when-said', key)).toThrow(
    /^There is no projection or policy called when-said: there are cart, revenue, when-paid\.$/,
  )
  expect(() => parse('retry', 'cart')).toThrow(/^Which key of cart\?/)
  expect(() => parse('retry', 'cart', 'TM-1')).toThrow(/^"TM-1" is not a key/)
  expect(() => parse('retry')).toThrow(/^Retry which\?/)
})

test('heal takes a projection and one part of it, whatever a part is called there', () => {
  expect(parse('audit')).toEqual({ verb: 'audit' })
  expect(parse('heal', 'revenue', '2026-05-04')).toEqual({ verb: 'heal', name: 'revenue', part: '2026-05-04' })
  expect(() => parse('heal', 'when-paid', 'x')).toThrow(/^There is no projection called when-paid/)
  expect(() => parse('heal', 'cart')).toThrow(/^Which part of cart\?/)
  expect(() => parse('heal')).toThrow(/^Heal which\?/)
})
