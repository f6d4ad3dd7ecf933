import { defineCommand } from '@/server/engine/commands/command'
import type { Actor } from '@/server/engine/log/event'
import type { CustomerEvent } from '@/server/events/customer'
import { contactInput, idInput } from '@/server/events/inputs'
import { refuse } from '../rejections'
import { lockCustomer } from './customer'

const input = contactInput.extend({ customerId: idInput })

type State = { isRegistered: boolean; isEmailTaken: boolean }

/** Somebody has another name, or another address for letters. The account is changed first, and asks for this. */
export const changeContact = defineCommand({
  name: 'ChangeContact',
  input,
  permits: (actor: Actor) => actor.kind === 'system',
  load: async (tx, { customerId, email }): Promise<State> => {
    const { exists } = await lockCustomer(tx, customerId)
    const others = await tx.sql`select 1 from write.customers where email = ${email} and id <> ${customerId}`
    return { isRegistered: exists, isEmailTaken: others.length > 0 }
  },
  decide: ({ isRegistered, isEmailTaken }: State, { customerId, ...contact }, { at }) => {
    if (!isRegistered) return refuse('CustomerNotRegistered')
    if (isEmailTaken) return refuse('EmailTaken')
    const data = { customerId, contact }
    const events: CustomerEvent[] = [{ type: 'ContactChanged', key: customerId, at, data }]
    return { events, result: { customerId } }
  },
})
