import { expect, test } from 'vitest'
import { z } from 'zod'
import { addressInput, contactInput } from '@/server/events/inputs'
import { fieldWords } from './field-words'

function wordsFor(schema: z.ZodType, value: unknown): Record<string, string[]> {
  const issues = schema.safeParse(value).error?.issues ?? []
  return Object.fromEntries(issues.map((issue) => [issue.path.join('.'), fieldWords([issue])]))
}

test('what is missing is asked for by its name', () => {
  const words = wordsFor(addressInput, { name: '', line2: '', country: 'GB' })
  expect(words).toEqual({
    name: ['Enter a name.'],
    line1: ['Enter the first line: street and number, or house.'],
    city: ['Enter a town or city.'],
    postcode: ['Enter a postcode.'],
  })
})

test('an e-mail address that is none is told from one that is missing', () => {
  expect(wordsFor(contactInput, { name: 'Ada', email: 'ada at sea' })).toEqual({
    email: ['This is no e-mail address: it should look like ada@example.com.'],
  })
  expect(wordsFor(contactInput, { name: 'Ada' })).toEqual({ email: ['Enter an e-mail address.'] })
})

test('what is too long or too short is told the length', () => {
  expect(wordsFor(contactInput, { name: 'a'.repeat(101), email: 'a@b.org' })).toEqual({
    name: ['At most 100 characters fit here.'],
  })
  expect(wordsFor(z.object({ password: z.string().min(10) }), { password: 'short' })).toEqual({
    password: ['At least 10 characters, please.'],
  })
})
