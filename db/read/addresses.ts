import { jsonb, uuid } from 'drizzle-orm/pg-core'
import type { SavedAddress } from '@/server/read/address-book/address-book.view'
import { read } from './schema'

/** Where a customer has things sent. */
export const addressBook = read.table('address_book', {
  customerId: uuid('customer_id').primaryKey(),
  addresses: jsonb().$type<SavedAddress[]>().notNull(),
})
