import type { WriteTx } from '@/server/engine/commands/command'
import type { EffectsOf } from '@/server/engine/commands/effects'
import type { CustomerEvent } from '@/server/events/customer'

/** Locks the customer, so that the commands on their addresses follow each other. */
export async function lockCustomer({ sql }: WriteTx, customerId: string): Promise<{ exists: boolean }> {
  const rows = await sql`select 1 from write.customers where id = ${customerId} for no key update`
  return { exists: rows.length > 0 }
}

export const customerEffects: EffectsOf<CustomerEvent> = {
  CustomerRegistered: ({ sql }, { at, data }) => sql`
    insert into write.customers (id, name, email, registered_at)
    values (${data.customerId}, ${data.contact?.name ?? null}, ${data.contact?.email ?? null}, ${at})`,
  ContactChanged: ({ sql }, { data }) => sql`
    update write.customers set name = ${data.contact?.name ?? null}, email = ${data.contact?.email ?? null}
    where id = ${data.customerId}`,
  AddressSaved: async ({ sql }, { data: { customerId, addressId, address, isDefault } }) => {
    if (isDefault) {
      await sql`
        update write.addresses set is_default = false
        where customer_id = ${customerId} and id <> ${addressId} and is_default`
    }
    // The address of somebody who was forgotten: there is nothing left to keep.
    if (address === null) return
    await sql`
      insert into write.addresses ${sql({ id: addressId, customer_id: customerId, ...address, is_default: isDefault })}
      on conflict (id) do update set
        name = excluded.name, line1 = excluded.line1, line2 = excluded.line2, city = excluded.city,
        postcode = excluded.postcode, country = excluded.country, is_default = excluded.is_default`
  },
}
