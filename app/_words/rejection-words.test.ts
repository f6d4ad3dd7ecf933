import { expect, test } from 'vitest'
import { rejections } from '@/server/write/rejections'
import { rejectionWords } from './rejection-words'

const details = {
  lines: [{ variantId: 'v', name: 'Gale lantern', label: 'Brass', wanted: 4, inStock: 1, was: 1200, now: 1350 }],
  number: 'TM-00000-00000',
  left: 450,
  refunded: 550,
  most: 20,
  name: 'Gale lantern',
  label: 'Brass',
  seen: 4,
  inStock: 1,
  missing: 2,
  price: 1200,
  currency: 'GBP',
  slug: 'gale-lantern',
  skus: ['GL-1', 'GL-2'],
}

test.each(Object.keys(rejections))('%s is said in words, and not in its code', (code) => {
  const { title, body } = rejectionWords({ ...details, code }, 'GBP')
  expect(`${title} ${body}`).not.toMatch(new RegExp(`undefined|${code}|\\[object`))
  expect(title).toMatch(/[^.]$/)
  expect(body).toMatch(/^[A-Z0-9“£]/)
})

test('a refund that is too large says how much is left', () => {
  const rejection = { code: 'RefundTooLarge', number: 'TM-1', left: 450 }
  expect(rejectionWords(rejection, 'GBP').body).toBe('At most £4.50 of order TM-1 can go back now.')
})

test('what has sold out is told from what has nearly', () => {
  const of = (inStock: number) => ({ lines: [{ name: 'Kite', label: '', wanted: 4, inStock }] })
  expect(rejectionWords({ code: 'OutOfStock', ...of(0) }, 'GBP').title).toBe('It has just sold out')
  expect(rejectionWords({ code: 'OutOfStock', ...of(3) }, 'GBP').body).toBe('Kite: 3 left, and 4 were wanted.')
})

test('a code that this page does not know yet is named', () => {
  expect(rejectionWords({ code: 'TideTooLow' }, 'GBP').body).toBe('Its reason: TideTooLow.')
})
