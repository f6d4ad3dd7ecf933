import { expect, it } from 'vitest'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import { settle } from './places'

const line = (variantId: string, quantity = 1) => ({ variantId, quantity }) as CartViewLine
const [a, b, c] = [line('a'), line('b'), line('c')]
const nobody = () => false
const words = (places: ReturnType<typeof settle>) =>
  places.map(({ line: { variantId }, isGone }) => (isGone ? `(${variantId})` : variantId)).join(' ')

it('a line that went by itself leaves its place behind, wherever it stood', () => {
  const full = settle([], [a, b, c], nobody)
  expect(words(settle(full, [b, c], nobody))).toBe('(a) b c')
  expect(words(settle(full, [a, c], nobody))).toBe('a (b) c')
  expect(words(settle(full, [c], nobody))).toBe('(a) (b) c')
  const without = settle(full, [a, c], nobody)
  expect(words(settle(without, [a], nobody))).toBe('a (b) (c)')
  expect(words(settle(without, [c, line('d')], nobody))).toBe('(a) (b) c d')
})

it('what the person took out leaves no place, and what comes back stands where it is now', () => {
  const full = settle([], [a, b, c], nobody)
  expect(words(settle(full, [a, c], (id) => id === 'b'))).toBe('a c')
  const without = settle(full, [a, c], nobody)
  expect(words(settle(without, [a, c, b], nobody))).toBe('a c b')
  expect(words(settle(without, [a, c], (id) => id === 'b'))).toBe('a (b) c')
})

it('an empty cart has no places, and remembers none', () => {
  const full = settle([], [a, b], nobody)
  expect(settle(full, [], nobody)).toEqual([])
})

it('where nothing has changed, nothing is new', () => {
  const full = settle([], [a, b, c], nobody)
  expect(settle(full, [a, b, c], nobody)).toBe(full)
  expect(settle(full, [a, line('b', 2), c], nobody)).not.toBe(full)
})
