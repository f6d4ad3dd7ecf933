import type { z } from 'zod'

/** See server/events/event.ts: the engine needs to know this much of an event's definition and no more. */
export type EventDefinition = {
  stream: string
  shape: number
  schema: z.ZodType
  personal?: { subject: string; fields: readonly string[] }
}
export type EventDefinitions = Record<string, EventDefinition>

/** A fact as commands decide it and views apply it. `key` is the stream's id (a UUID), `at` ISO 8601 in UTC. */
export type Fact = { type: string; key: string; at: string; data: unknown }

/** A fact as the log holds it. */
export type Recorded<F extends Fact = Fact> = F & {
  position: number
  xid: string
  actor: Actor
  commandId: string
}

/** Who acts. The kinds are the application's; the id is a UUID. */
export type Actor = { kind: string; id: string }
