import { defineOptimistic } from '@/app/_client/commands/optimistic-command'
import type { Address } from '@/server/events/values'
import { type AddressBookView, applyToAddressBook } from '@/server/read/address-book/address-book.view'

type Input = { addressId: string; address: Address; isDefault: boolean }

export const updateAddress = defineOptimistic<Input>({
  command: 'UpdateAddress',
  entity: ({ addressId }) => addressId,
  patches: [
    {
      query: 'getAddressBook',
      patch(book: AddressBookView, { addressId, address, isDefault }, { at }) {
        const others = book.addresses.filter((one) => one.addressId !== addressId)
        // Whoever has addresses has a default one.
        const becomesDefault = isDefault || !others.some((other) => other.isDefault)
        const data = { customerId: book.customerId, addressId, address, isDefault: becomesDefault }
        return applyToAddressBook(book, { type: 'AddressSaved', key: book.customerId, at, data })
      },
    },
  ],
})
