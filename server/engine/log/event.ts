import type { z } from 'zod'

/** See server/events/event.ts: the engine needs to know this much of an event's definition and no more. */
export type EventDefinition = {
  stream: string
  shape: number
  schema: z.ZodType
  /** The first brings shape 1 to shape 2, and so on. They are applied wherever events are read (upcast.ts). */
  upcasters?: readonly Upcaster[] | undefined
  personal?: { subject: string; fields: readonly string[] }
}
/** Each takes the shape before its own, which only it knows any more. */
export type Upcaster = (former: never) => unknown
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
