import { expect, test } from 'vitest'
import { type AddressBookView, applyToAddressBook, emptyAddressBook } from './address-book.view'

const quay = { name: 'Ada', line1: '4 Kelp Row', line2: '', city: 'Whitby', postcode: 'YO21 3QX', country: 'GB' }

function saved(book: AddressBookView, addressId: string, isDefault: boolean, address: typeof quay | null = quay) {
  const data = { customerId: 'ada', addressId, address, isDefault }
  return applyToAddressBook(book, { type: 'AddressSaved', key: 'ada', at: '2026-03-01T10:00:00.000Z', data })
}

test('a new default takes the place of the old one', () => {
  const book = saved(saved(emptyAddressBook('ada'), 'a', true), 'b', true)
  expect(book.addresses.map(({ addressId, isDefault }) => [addressId, isDefault])).toEqual([
    ['a', false],
    ['b', true],
  ])
})

test('a changed address keeps its place', () => {
  const book = saved(saved(saved(emptyAddressBook('ada'), 'a', true), 'b', false), 'a', true, {
    ...quay,
    city: 'Fowey',
  })
  expect(book.addresses.map(({ addressId, address }) => [addressId, address.city])).toEqual([
    ['a', 'Fowey'],
    ['b', 'Whitby'],
  ])
})

test('an address whose owner was forgotten is gone', () => {
  expect(saved(saved(emptyAddressBook('ada'), 'a', true), 'a', true, null).addresses).toEqual([])
})

test('somebody else’s address changes nothing', () => {
  const book = emptyAddressBook('bea')
  expect(saved(book, 'a', true)).toBe(book)
})
