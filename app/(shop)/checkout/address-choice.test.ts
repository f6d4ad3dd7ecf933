import { expect, test } from 'vitest'
import { ANOTHER, choiceBefore } from './address-choice'

const quay = { name: 'Ada', line1: '1 Quay', line2: '', city: 'Whitby', postcode: 'YO21 1AA', country: 'GB' }
const book = [
  { addressId: 'home', address: { ...quay, line1: '2 Kelp Row' }, isDefault: true },
  { addressId: 'quay', address: quay, isDefault: false },
]

test('where an order went before is chosen again in the book', () => {
  expect(choiceBefore(book, { ...quay })).toBe('quay')
})

test.each([{ name: 'Bede' }, { country: 'IE' }, { line2: 'Upstairs' }])(
  'what the book does not have with %o is entered',
  (other) => {
    expect(choiceBefore(book, { ...quay, ...other })).toBe(ANOTHER)
  },
)

test('without an order before, the book chooses', () => {
  expect(choiceBefore(book, undefined)).toBeUndefined()
})
