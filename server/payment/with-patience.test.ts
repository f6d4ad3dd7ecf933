import { expect, test, vi } from 'vitest'
import { createTestProvider } from './test-provider'
import { ProviderSilent, withPatience } from './with-patience'

const silent = { ...createTestProvider(), voidPayment: vi.fn(() => new Promise<void>(() => {})) }

test('passes answers and errors on', async () => {
  const provider = withPatience({ ...silent, refund: () => Promise.reject(new Error('no such payment')) })
  expect(await provider.check({ paymentId: 'p1', reference: '' })).toMatchObject({ status: 'authorised' })
  await expect(provider.refund({ refundId: 'r1', paymentId: 'p1', amount: 1, currency: 'GBP' })).rejects.toThrow(/such/)
})

test('ends a call that is not answered, and leaves the provider alone for a while', async () => {
  let time = 0
  silent.voidPayment.mockClear()
  const provider = withPatience(silent, { ms: 10, restMs: 5000, now: () => time })
  await expect(provider.voidPayment({ paymentId: 'p1' })).rejects.toThrow(ProviderSilent)
  await expect(provider.voidPayment({ paymentId: 'p1' })).rejects.toThrow(ProviderSilent)
  expect(silent.voidPayment).toHaveBeenCalledTimes(1)
  time = 5000
  await expect(provider.voidPayment({ paymentId: 'p1' })).rejects.toThrow(ProviderSilent)
  expect(silent.voidPayment).toHaveBeenCalledTimes(2)
})

test('tells of an answer that comes when nobody waits for it any more', async () => {
  const answers: ((answer: { status: 'authorised'; reference: string }) => void)[] = []
  const slow = { ...silent, authorise: () => new Promise<never>((resolve) => answers.push(resolve as never)) }
  const provider = withPatience(slow, { ms: 10, restMs: 0 })
  const onLate = vi.fn()
  const charge = { paymentId: 'p1', amount: 1, currency: 'GBP', token: 't' }
  await expect(provider.authorise(charge, onLate)).rejects.toThrow(ProviderSilent)
  expect(onLate).not.toHaveBeenCalled()
  answers[0]?.({ status: 'authorised', reference: 'r' })
  await vi.waitFor(() => expect(onLate).toHaveBeenCalledExactlyOnceWith({ status: 'authorised', reference: 'r' }))
})
