import { expect, test } from 'vitest'
import { whyNotACard } from './read-card'

const now = new Date('2026-05-31T23:59:59Z')
const card = { number: '4242 4242 4242 4242', expiry: '12/28', cvc: '123' }

test('accepts a number with or without spaces and hyphens', () => {
  expect(whyNotACard(card, now)).toBeNull()
  expect(whyNotACard({ ...card, number: '4242-4242-4242-4242' }, now)).toBeNull()
})

test.each(['4242 4242 4242 4241', '4242', 'four two', '', '42424242424242424242'])(
  'refuses the number %j',
  (number) => {
    expect(whyNotACard({ ...card, number }, now)).toBe('CardNumberInvalid')
  },
)

test.each(['5/26', '05/26', '05 / 2026', '1/29'])('accepts the expiry %j', (expiry) => {
  expect(whyNotACard({ ...card, expiry }, now)).toBeNull()
})

test.each(['13/28', '0/28', '1228', '12/1999', ''])('refuses the expiry %j', (expiry) => {
  expect(whyNotACard({ ...card, expiry }, now)).toBe('CardExpiryInvalid')
})

test('a card is good to the end of its month and no longer', () => {
  expect(whyNotACard({ ...card, expiry: '05/26' }, now)).toBeNull()
  expect(whyNotACard({ ...card, expiry: '05/26' }, new Date('2026-06-01T00:00:00Z'))).toBe('CardExpired')
  expect(whyNotACard({ ...card, expiry: '12/25' }, new Date('2026-01-01T00:00:00Z'))).toBe('CardExpired')
})

test.each(['12', '12345', 'abc', ''])('refuses the code %j', (cvc) => {
  expect(whyNotACard({ ...card, cvc }, now)).toBe('CardCodeInvalid')
})
