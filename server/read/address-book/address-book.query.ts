import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { addressBook } from '@/db/read/addresses'
import { accountHolders } from '@/server/actor'
import { defineQuery } from '@/server/engine/queries/query'
import type { CustomerEvent } from '@/server/events/customer'
import { type AddressBookView, applyToAddressBook, emptyAddressBook } from './address-book.view'

/** The addresses of whoever asks. */
export const getAddressBook = defineQuery<
  Record<string, never>,
  AddressBookView,
  Extract<CustomerEvent, { type: 'AddressSaved' }>
>({
  name: 'getAddressBook',
  projection: 'address-book',
  input: z.object({}),
  handles: ['AddressSaved'],
  permits: accountHolders,
  read: async (db, _input, actor) => {
    const [row] = await db.select().from(addressBook).where(eq(addressBook.customerId, actor.id))
    return row ?? emptyAddressBook(actor.id)
  },
  apply: (book, event) => applyToAddressBook(book, event),
})
