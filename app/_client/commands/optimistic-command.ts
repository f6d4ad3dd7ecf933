/** What a patch may know beyond the data and the input. It has no clock and no dice. */
export type Facts<Hint = unknown> = {
  /** The command's id. */
  id: string
  /** When it was issued, ISO 8601 UTC: stands for the time that the server will write. */
  at: string
  actorId: string
  /** What the caller of `issue` gave for the patches alone. */
  hint: Hint
  /** The input of the view that is patched: its page, its filter. */
  asked: unknown
}

/**
 * What a command does to every view of one query. Answers `data` itself where the command does not concern it. Calls the
 * view's own `apply` with the events that the command will make, so that it cannot drift from the projection.
 */
export type Patch<Input, Hint> = {
  query: string
  patch: (data: never, input: Input, facts: Facts<Hint>) => unknown
}

/** A command whose effect shows before the server has it. */
export type OptimisticCommand<Input = unknown, Hint = unknown> = {
  command: string
  patches: readonly Patch<Input, Hint>[]
  /** Queries that it changes in ways only the server knows: asked again once it is committed. */
  refetches?: readonly string[]
  /** Which thing it works on, for `pending`. Without it, the command's id. */
  entity?: (input: Input) => string
  /** Whether a later input makes an earlier one pointless: then only the later is sent, if the earlier was not yet. */
  replaces?: (later: Input, earlier: Input) => boolean
}

/** The commands by name, as the client half of consistency knows them. */
export type Optimistics = ReadonlyMap<string, OptimisticCommand>

export function defineOptimistic<Input, Hint = undefined>(
  command: OptimisticCommand<Input, Hint>,
): OptimisticCommand<Input, Hint> {
  return command
}

/** Registers commands of any input: which belongs to which is known where they are issued. */
export function optimistics(commands: readonly OptimisticCommand<never, never>[]): Optimistics {
  return new Map(commands.map((command) => [command.command, command as unknown as OptimisticCommand]))
}

/** Whether the command changes what views of the query show. */
export function patches(command: OptimisticCommand | undefined, query: string): boolean {
  return command?.patches.some((patch) => patch.query === query) ?? false
}

/** Whether committed work of this command shows in answers of the query, patched or not. */
export function touches(command: OptimisticCommand | undefined, query: string): boolean {
  return patches(command, query) || (command?.refetches?.includes(query) ?? false)
}

type Given = { name: string; input: unknown }

/**
 * Whether the later of two commands may be carried out first. Commands that show in no common view know nothing of each
 * other; those that show in the same views pass where they are about different things (a second item, another order).
 * Where one shows in more views than the other (an order empties the cart) they keep their order. What has no patches
 * shows nothing that anybody could build on, and waits for its own kind only.
 */
export function mayPass(later: Given, earlier: Given, known: Optimistics): boolean {
  const [mine, other] = [known.get(later.name), known.get(earlier.name)]
  if (!mine || !other) return later.name !== earlier.name
  const shared = mine.patches.filter(({ query }) => patches(other, query)).length
  if (shared === 0) return true
  const isSameViews = shared === mine.patches.length && shared === other.patches.length
  return isSameViews && mine.entity?.(later.input) !== other.entity?.(earlier.input)
}
