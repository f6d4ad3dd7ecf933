import { z } from 'zod'
import type { EventDefinition } from './event'

/** Nothing happened: a worker lets one sing so that silence can be told from deafness (docs/decisions/0035). */
export const canaryEvents = {
  CanarySang: { stream: 'canary', shape: 1, schema: z.object({}) },
} satisfies Record<string, EventDefinition>
