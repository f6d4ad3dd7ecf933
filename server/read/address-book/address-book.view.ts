import type { CustomerEvent } from '@/server/events/customer'
import type { Address } from '@/server/events/values'

export type SavedAddress = { addressId: string; address: Address; isDefault: boolean }

/** A customer's addresses, in the order in which they were first saved. One of them is the default. */
export type AddressBookView = { customerId: string; addresses: SavedAddress[] }

export function emptyAddressBook(customerId: string): AddressBookView {
  return { customerId, addresses: [] }
}

type AddressSaved = Extract<CustomerEvent, { type: 'AddressSaved' }>

export function applyToAddressBook(book: AddressBookView, event: AddressSaved): AddressBookView {
  const { customerId, addressId, address, isDefault } = event.data
  if (customerId !== book.customerId) return book
  const others = isDefault ? book.addresses.map((one) => ({ ...one, isDefault: false })) : book.addresses
  // The address of somebody who was forgotten.
  if (address === null) return { ...book, addresses: others.filter((one) => one.addressId !== addressId) }
  const saved = { addressId, address, isDefault }
  const isThere = others.some((one) => one.addressId === addressId)
  const addresses = isThere ? others.map((one) => (one.addressId === addressId ? saved : one)) : [...others, saved]
  return { ...book, addresses }
}
