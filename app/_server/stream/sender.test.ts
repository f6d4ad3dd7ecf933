import { expect, test } from 'vitest'
import { senderOf } from './sender'

test('without a proxy, who connects has sent it', () => {
  expect(senderOf('203.0.113.9', [])).toBe('203.0.113.9')
})

test('behind proxies of ours it is whoever came to the first of them, whatever he claimed', () => {
  expect(senderOf('6.6.6.6, 203.0.113.9, 10.0.0.7, 10.0.0.5', ['10.0.0.0/8'])).toBe('203.0.113.9')
})

test('a chain of nobody is nobody', () => {
  expect(senderOf('', ['10.0.0.0/8'])).toBe('')
})
