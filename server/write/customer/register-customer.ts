import { defineCommand } from '@/server/engine/commands/command'
import type { Actor } from '@/server/engine/log/event'
import type { CustomerEvent } from '@/server/events/customer'
import { contactInput, idInput } from '@/server/events/inputs'
import { refuse } from '../rejections'
import { lockCustomer } from './customer'

const input = contactInput.extend({ customerId: idInput })

type State = { isRegistered: boolean; isEmailTaken: boolean }

/** Makes a customer of an account, when somebody signs up. */
export const registerCustomer = defineCommand({
  name: 'RegisterCustomer',
  input,
  permits: (actor: Actor) => actor.kind === 'system',
  load: async (tx, { customerId, email }): Promise<State> => {
    const { exists } = await lockCustomer(tx, customerId)
    const same = await tx.sql`select 1 from write.customers where email = ${email}`
    return { isRegistered: exists, isEmailTaken: same.length > 0 }
  },
  decide: ({ isRegistered, isEmailTaken }: State, { customerId, ...contact }, { at }) => {
    if (isRegistered) return refuse('CustomerAlreadyRegistered')
    if (isEmailTaken) return refuse('EmailTaken')
    const data = { customerId, contact }
    const events: CustomerEvent[] = [{ type: 'CustomerRegistered', key: customerId, at, data }]
    return { events, result: { customerId } }
  },
})
