import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from './seal'

const key = randomBytes(32)
const person = { name: 'Ada', email: 'ada@example.org' }

test('what is sealed can be read with its key', () => {
  expect(unseal(seal(person, key), key)).toEqual(person)
})

test('nothing of it can be read without opening it', () => {
  expect(Buffer.from(seal(person, key).sealed, 'base64').toString('latin1')).not.toMatch(/Ada|example/)
})

test('the same value is sealed differently each time', () => {
  expect(seal(person, key).sealed).not.toBe(seal(person, key).sealed)
})

test('another key opens nothing', () => {
  expect(() => unseal(seal(person, key), randomBytes(32))).toThrow()
})

test('a changed text is refused', () => {
  const bytes = Buffer.from(seal(person, key).sealed, 'base64')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  expect(() => unseal({ sealed: bytes.toString('base64') }, key)).toThrow()
})
