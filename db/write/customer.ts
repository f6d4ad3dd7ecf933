import { boolean, index, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { write } from './schema'

/** Name and e-mail are null for customers of an imported history, of whom nothing is known, and for forgotten ones. */
export const customers = write.table('customers', {
  id: uuid().primaryKey(),
  name: text(),
  email: text().unique(),
  registeredAt: timestamp('registered_at', { withTimezone: true, mode: 'string' }).notNull(),
})

export const addresses = write.table(
  'addresses',
  {
    id: uuid().primaryKey(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id),
    name: text().notNull(),
    line1: text().notNull(),
    line2: text().notNull(),
    city: text().notNull(),
    postcode: text().notNull(),
    country: text().notNull(),
    isDefault: boolean('is_default').notNull(),
  },
  (table) => [index('addresses_customer').on(table.customerId)],
)
