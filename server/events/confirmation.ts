import { z } from 'zod'
import type { EventDefinition, FactsOf } from './event'

const orderId = z.uuid()

/** The letter that tells a buyer that their order stands. The stream's key is the order's id. */
export const confirmationEvents = {
  ConfirmationRequested: {
    stream: 'confirmation',
    shape: 1,
    schema: z.object({ orderId }),
  },
  /** `messageId` is the letter's own, under which a repeated sending would be recognised. */
  ConfirmationSent: {
    stream: 'confirmation',
    shape: 1,
    schema: z.object({ orderId, messageId: z.string() }),
  },
} satisfies Record<string, EventDefinition>

export type ConfirmationEvent = FactsOf<typeof confirmationEvents>
