import { z } from 'zod'
import type { EventDefinition, FactsOf } from './event'

/** The letter that tells a buyer that their order stands. The stream's key is the order's id. */
export const confirmationEvents = {
  /** `messageId` is the letter's own, under which a repeated sending would be recognised. */
  ConfirmationSent: {
    stream: 'confirmation',
    shape: 1,
    schema: z.object({ orderId: z.uuid(), messageId: z.string() }),
  },
} satisfies Record<string, EventDefinition>

export type ConfirmationEvent = FactsOf<typeof confirmationEvents>
