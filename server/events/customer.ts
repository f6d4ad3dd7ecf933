import { z } from 'zod'
import type { EventDefinition, FactsOf } from './event'
import { addressSchema, contactSchema } from './values'

export const customerEvents = {
  CustomerRegistered: {
    stream: 'customer',
    shape: 1,
    schema: z.object({ customerId: z.uuid(), contact: contactSchema.nullable() }),
    personal: { subject: 'customerId', fields: ['contact'] },
  },
  ContactChanged: {
    stream: 'customer',
    shape: 1,
    schema: z.object({ customerId: z.uuid(), contact: contactSchema.nullable() }),
    personal: { subject: 'customerId', fields: ['contact'] },
  },
  AddressSaved: {
    stream: 'customer',
    shape: 1,
    schema: z.object({
      customerId: z.uuid(),
      addressId: z.uuid(),
      address: addressSchema.nullable(),
      isDefault: z.boolean(),
    }),
    personal: { subject: 'customerId', fields: ['address'] },
  },
} satisfies Record<string, EventDefinition>

export type CustomerEvent = FactsOf<typeof customerEvents>
