import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/command'
import type { CustomerEvent } from '@/server/events/customer'
import { contactSchema } from '@/server/events/values'

const input = z.object({ customerId: z.uuid(), contact: contactSchema })

/** Brings in a customer of an imported history. They get no account: nobody can sign in as them. */
export const importCustomer = defineCommand({
  name: 'ImportCustomer',
  input,
  permits: systemOnly,
  load: async () => null,
  decide: (_: null, { customerId, contact }, { at }) => {
    const event: CustomerEvent = { type: 'CustomerRegistered', key: customerId, at, data: { customerId, contact } }
    return { events: [event], result: { customerId } }
  },
})
