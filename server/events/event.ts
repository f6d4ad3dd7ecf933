import type { z } from 'zod'

/** Makes the data of one shape from that of the shape before it. Pure; personal fields are sealed here, and stay so. */
export type Upcaster = (former: never) => unknown

/**
 * What the log accepts under a type name: the stream it belongs to, the version of its shape, the shape itself, and
 * which fields are personal (encrypted in the log with the key of `subject`; they read as null once it is forgotten).
 * A shape that changes its meaning is raised by one and gets an upcaster, so that nobody but it knows the old one; and
 * the fixture of all shapes gets a line (every-shape.json).
 */
export type EventDefinition<Schema extends z.ZodType = z.ZodType> = {
  stream: string
  shape: number
  schema: Schema
  upcasters?: readonly Upcaster[]
  personal?: { subject: string; fields: readonly string[] }
}

/** The facts that a stream's definitions describe: one tagged union. `key` is the id of the stream, `at` ISO 8601 UTC. */
export type FactsOf<Definitions extends Record<string, EventDefinition>> = {
  [Type in keyof Definitions & string]: {
    type: Type
    key: string
    at: string
    data: z.output<Definitions[Type]['schema']>
  }
}[keyof Definitions & string]
