import { expect, test } from 'vitest'
import type { CustomerEvent } from '@/server/events/customer'
import {
  type AddressBookView,
  applyToAddressBook,
  emptyAddressBook,
} from '@/server/read/address-book/address-book.view'
import { updateAddress as serverUpdates } from '@/server/write/customer/update-address'
import { updateAddress } from './update-address.optimistic'

const ada = '0198a3c0-0000-7000-8000-00000000000a'
const at = '2026-03-01T10:00:00.000Z'
const commandId = '0198a3c0-0000-7000-8000-000000000009'
const address = { name: 'Ada', line1: '4 Kelp Row', line2: '', city: 'Whitby', postcode: 'YO21 3QX', country: 'GB' }
const home = { addressId: 'home', address, isDefault: true }
const withHome: AddressBookView = { customerId: ada, addresses: [home] }

function shown(book: AddressBookView, input: typeof home): AddressBookView {
  const facts = { id: commandId, at, actorId: ada, hint: undefined, asked: {} }
  return updateAddress.patches.reduce((view, { patch }) => patch(view as never, input, facts) as AddressBookView, book)
}

function decided(book: AddressBookView, input: typeof home): AddressBookView {
  const own = book.addresses.map(({ addressId: id, isDefault }) => ({ id, isDefault }))
  const owner = own.some(({ id }) => id === input.addressId) ? ada : undefined
  const given = { commandId, at, actor: { kind: 'customer', id: ada } }
  const decision = serverUpdates.decide({ isRegistered: true, owner, own }, input, given)
  if (!('events' in decision)) throw new Error('refused')
  const events = decision.events as Extract<CustomerEvent, { type: 'AddressSaved' }>[]
  return events.reduce(applyToAddressBook, book)
}

test.each([
  ['the first address becomes the default one', emptyAddressBook(ada), { ...home, isDefault: false }],
  ['a second one stands beside it', withHome, { ...home, addressId: 'work', isDefault: false }],
  ['a new default takes its place', withHome, { ...home, addressId: 'work' }],
  ['a change stays where it was', withHome, { ...home, address: { ...address, city: 'Fowey' } }],
])('%s, as the server decides', (_, book, input) => {
  expect(shown(book, input)).toEqual(decided(book, input))
})
