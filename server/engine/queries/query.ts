import type { z } from 'zod'
import type { Db } from '../database/drizzle'
import type { Sql } from '../database/postgres'
import type { Actor, Fact, Recorded } from '../log/event'

/** `settings`: those under which the projection made the rows, as it noted them. On its way when the rows are asked for. */
export type Standing = { settings: Promise<string> }

/**
 * A question to one read model. `read` is plain SQL over its tables; `apply` folds an event that the tables do not
 * contain yet into the answer, with the view's own pure function, so that a late projection is never noticed.
 */
export type Query<Input = unknown, Data = unknown, F extends Fact = Fact> = {
  name: string
  /** The projection whose rows it reads, and whose mark the answer carries. */
  projection: string
  input: z.ZodType<Input>
  /** Who may ask. Whose rows come back is for `read` to restrict, by `actor`. */
  permits: (actor: Actor, input: Input) => boolean
  /** The events that `apply` knows: those its projection handles. */
  handles: readonly F['type'][]
  read: (db: Db, input: Input, actor: Actor, standing: Standing) => Promise<Data>
  apply: (data: Data, event: Recorded<F>, input: Input, actor: Actor) => Data
  /** For an answer about the log itself: adds what the rows cannot know, through the connection that may read the log. */
  complete?: (data: Data, log: Sql) => Promise<Data>
}

export function defineQuery<Input, Data, F extends Fact>(query: Query<Input, Data, F>): Query<Input, Data, F> {
  return query
}
