import { expect, test } from 'vitest'
import { createTestProvider } from './test-provider'

let time = Date.UTC(2026, 4, 4)
const provider = createTestProvider({ now: () => time, delayMs: 4000 })
const card = (number: string) => ({ number, expiry: '12/28', cvc: '123' })

async function payWith(number: string) {
  const tokenised = await provider.tokenise(card(number))
  if (!tokenised.ok) throw new Error(tokenised.code)
  return provider.authorise({ paymentId: 'p1', amount: 100, currency: 'GBP', token: tokenised.method.token })
}

test('gives a token, the brand and the last four digits, and no more of the card', async () => {
  const answer = await provider.tokenise(card('4242 4242 4242 4242'))
  expect(answer).toMatchObject({ ok: true, method: { brand: 'Visa', last4: '4242' } })
  expect(JSON.stringify(answer)).not.toContain('42424')
})

test('approves, and says the same when asked again', async () => {
  const first = await payWith('4242 4242 4242 4242')
  expect(first).toEqual({ status: 'authorised', reference: 'test_p1' })
  expect(await payWith('5555 5555 5555 4444')).toEqual(first)
})

test('declines, with a reason', async () => {
  expect(await payWith('4000 0000 0000 0002')).toEqual({ status: 'declined', reason: 'The card was declined.' })
  expect(await payWith('4000 0000 0000 9995')).toMatchObject({ reason: expect.stringContaining('enough money') })
})

test('delays, and approves when the time has come', async () => {
  const delayed = await payWith('4000 0000 0000 0259')
  if (delayed.status !== 'delayed') throw new Error(delayed.status)
  const { reference } = delayed
  time += 3999
  expect(await provider.check({ paymentId: 'p1', reference })).toEqual(delayed)
  time += 1
  expect(await provider.check({ paymentId: 'p1', reference })).toEqual({ status: 'authorised', reference: 'test_p1' })
})

test('takes no real card, and no card that cannot be one', async () => {
  expect(await provider.tokenise(card('4111 1111 1111 1111'))).toEqual({ ok: false, code: 'CardNotATestCard' })
  expect(await provider.tokenise(card('4111 1111 1111 1112'))).toEqual({ ok: false, code: 'CardNumberInvalid' })
})

test('declines a token that it never gave', async () => {
  const charge = { paymentId: 'p1', amount: 100, currency: 'GBP', token: 'somebody-elses' }
  expect(await provider.authorise(charge)).toMatchObject({ status: 'declined' })
})

test('gives the same token for the same form, however often it is posted', async () => {
  const posted = { ...card('4242 4242 4242 4242'), onceFor: 'a form' }
  expect(await provider.tokenise(posted)).toEqual(await provider.tokenise(posted))
  expect(await provider.tokenise(posted)).not.toEqual(await provider.tokenise({ ...posted, onceFor: 'another' }))
})
