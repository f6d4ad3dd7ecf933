import { z } from 'zod'
import { accountHolders } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import type { CustomerEvent } from '@/server/events/customer'
import { addressInput, idInput } from '@/server/events/inputs'
import { refuse } from '../rejections'
import { lockCustomer } from './customer'

const MOST_ADDRESSES = 20

const input = z.object({ addressId: idInput, address: addressInput, isDefault: z.boolean() })

type State = {
  isRegistered: boolean
  /** Whose address carries the id already. */
  owner: string | undefined
  own: { id: string; isDefault: boolean }[]
}

/** Changes an address of one's own, or adds one: the id says which. */
export const updateAddress = defineCommand({
  name: 'UpdateAddress',
  input,
  permits: accountHolders,
  load: async (tx, { addressId }, { actor }): Promise<State> => {
    const { exists } = await lockCustomer(tx, actor.id)
    const [row] = await tx.sql<{ owner: string }[]>`
      select customer_id as owner from write.addresses where id = ${addressId}`
    const own = await tx.sql<State['own']>`
      select id, is_default as "isDefault" from write.addresses where customer_id = ${actor.id}`
    return { isRegistered: exists, owner: row?.owner, own: [...own] }
  },
  decide: ({ isRegistered, owner, own }: State, { addressId, address, isDefault }, { actor, at }) => {
    if (!isRegistered) return refuse('CustomerNotRegistered')
    if (owner && owner !== actor.id) return refuse('AddressNotFound', { addressId })
    const others = own.filter(({ id }) => id !== addressId)
    if (others.length >= MOST_ADDRESSES) return refuse('TooManyAddresses', { most: MOST_ADDRESSES })
    // Whoever has addresses has a default one.
    const becomesDefault = isDefault || !others.some((other) => other.isDefault)
    const data = { customerId: actor.id, addressId, address, isDefault: becomesDefault }
    const events: CustomerEvent[] = [{ type: 'AddressSaved', key: actor.id, at, data }]
    return { events, result: { addressId, isDefault: becomesDefault } }
  },
})
