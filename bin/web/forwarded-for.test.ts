import { expect, test } from 'vitest'
import { trustIn } from '@/server/config/trusted-proxies'
import { forwardedFor } from './forwarded-for'

const nobody = trustIn([])
const ours = trustIn(['10.0.0.5', '192.168.0.0/16', '2001:db8::/32'])

test('nobody is believed by default: a sender is who they are', () => {
  expect(forwardedFor('1.2.3.4', '203.0.113.9', nobody)).toBe('203.0.113.9')
  expect(forwardedFor(undefined, '203.0.113.9', nobody)).toBe('203.0.113.9')
  expect(forwardedFor('1.2.3.4', '127.0.0.1', nobody)).toBe('127.0.0.1')
})

test('a proxy of ours is believed, and stands last itself', () => {
  expect(forwardedFor('1.2.3.4', '10.0.0.5', ours)).toBe('1.2.3.4, 10.0.0.5')
  expect(forwardedFor('6.6.6.6, 1.2.3.4', '192.168.7.7', ours)).toBe('6.6.6.6, 1.2.3.4, 192.168.7.7')
  expect(forwardedFor('1.2.3.4', '2001:db8::1', ours)).toBe('1.2.3.4, 2001:db8::1')
})

test('who is not one of ours is not believed, also from next door', () => {
  expect(forwardedFor('1.2.3.4', '10.0.0.6', ours)).toBe('10.0.0.6')
})

test('an IPv4 address that came in over IPv6 is the same sender', () => {
  expect(forwardedFor('1.2.3.4', '::ffff:10.0.0.5', ours)).toBe('1.2.3.4, 10.0.0.5')
  expect(forwardedFor('1.2.3.4', '::ffff:10.0.0.6', ours)).toBe('10.0.0.6')
})
