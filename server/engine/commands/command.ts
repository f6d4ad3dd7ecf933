import type { z } from 'zod'
import type { Db } from '../database/drizzle'
import type { TransactionSql } from '../database/postgres'
import type { Actor, Fact } from '../log/event'

/** An expected "no", in the words of the application. Details are what a person needs to go on. */
export type Rejection<Code extends string = string> = { code: Code; [detail: string]: unknown }

export type Decision<F extends Fact = Fact, Result = unknown, R extends Rejection = Rejection> =
  | { events: F[]; result: Result }
  | { rejection: R }

/** What a decision may know beyond state and input, as data: it has no clock and no dice. */
export type Given = { commandId: string; at: string; actor: Actor }

/** The open transaction of a command: Drizzle for most statements, SQL where a millisecond counts. */
export type WriteTx = { sql: TransactionSql; db: Db }

/**
 * A named intent. `load` reads what the decision needs and locks, in a fixed order, the rows that will change; `decide`
 * is pure. `permits` says who may issue it at all; whose rows they are is for `load` and `decide`.
 */
export type Command<Input = unknown, State = unknown, F extends Fact = Fact, Result = unknown> = {
  name: string
  input: z.ZodType<Input>
  permits: (actor: Actor) => boolean
  load: (tx: WriteTx, input: Input, given: Given) => Promise<State>
  decide: (state: State, input: Input, given: Given) => Decision<F, Result>
  together?: Together<Input, State>
}

/** A command that may be carried out: its input has the right shape, and whoever sent it may do so. */
export type Asked<Input> = { input: Input; given: Given }

/** How a command that comes in numbers is carried out for several things in one transaction. */
export type Together<Input, State> = {
  /** What the command is about: two about the same thing are never carried out in one transaction. */
  about: (asked: Asked<Input>) => string
  /** Reads and locks as `load` does, for all at once, in a fixed order of their own. Answers them in the order asked. */
  load: (tx: WriteTx, asked: readonly Asked<Input>[]) => Promise<readonly State[]>
  /** The state after what was decided before it in the same transaction, where the one bears upon the other. Pure. */
  after?: (state: State, events: readonly Fact[]) => State
}

/** Keeps the types of a command's parts together, and changes nothing. */
export function defineCommand<Input, State, F extends Fact, Result>(
  command: Command<Input, State, F, Result>,
): Command<Input, State, F, Result> {
  return command
}
