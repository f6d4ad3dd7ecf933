import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import type { CustomerEvent } from '@/server/events/customer'
import { idInput } from '@/server/events/inputs'
import { lockCustomer } from '../customer/customer'
import { refuse } from '../rejections'

const input = z.object({ customerId: idInput })

/** A customer of a history, of whom nothing is known but that they bought. */
export const importCustomer = defineCommand({
  name: 'ImportCustomer',
  input,
  permits: systemOnly,
  load: (tx, { customerId }) => lockCustomer(tx, customerId),
  decide: ({ exists }: { exists: boolean }, { customerId }, { at }) => {
    if (exists) return refuse('CustomerAlreadyRegistered')
    const data = { customerId, contact: null }
    const events: CustomerEvent[] = [{ type: 'CustomerRegistered', key: customerId, at, data }]
    return { events, result: {} }
  },
})
