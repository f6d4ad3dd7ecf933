import { expect, test } from 'vitest'
import { createTestProvider } from '@/server/payment/test-provider'
import { ANY_CODE, expiryAfter, TEST_CARDS } from './test-cards'

const now = new Date('2026-11-20T12:00:00Z')

test.each(TEST_CARDS)('the checkout explains $number, and the provider takes it', async ({ number }) => {
  const provider = createTestProvider({ now: () => now.getTime() })
  const tokenised = await provider.tokenise({ number, expiry: expiryAfter(now), cvc: ANY_CODE })
  expect(tokenised).toMatchObject({ ok: true, method: { last4: number.slice(-4) } })
})

test.each([
  ['Goes through', 'authorised'],
  ['Is declined', 'declined'],
])('a card that “%s” is %s', async (words, status) => {
  const provider = createTestProvider({ now: () => now.getTime() })
  const { number } = TEST_CARDS.find(({ outcome }) => outcome === words) ?? { number: '' }
  const tokenised = await provider.tokenise({ number, expiry: expiryAfter(now), cvc: ANY_CODE })
  const token = tokenised.ok ? tokenised.method.token : ''
  const payment = { paymentId: '0198a3c0-0000-7000-8000-000000000001', amount: 1000, currency: 'GBP', token }
  expect((await provider.authorise(payment)).status).toBe(status)
})
