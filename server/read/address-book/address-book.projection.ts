import { addressBook } from '@/db/read/addresses'
import { rowProjection } from '@/server/engine/rows/row-projection'
import type { CustomerEvent } from '@/server/events/customer'
import { applyToAddressBook, emptyAddressBook } from './address-book.view'

export const addressBookProjection = rowProjection<
  typeof addressBook,
  'customerId',
  Extract<CustomerEvent, { type: 'AddressSaved' }>
>({
  name: 'address-book',
  version: 1,
  table: addressBook,
  key: ['customerId'],
  evidence: 'stream',
  handles: ['AddressSaved'],
  keysOf: ({ data: { customerId } }) => [{ customerId }],
  apply: (row, event) => applyToAddressBook(row ?? emptyAddressBook(event.data.customerId), event),
})
