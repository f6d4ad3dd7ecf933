import { advanceCheckpoint, ensureCheckpoint, lockCheckpoint } from './checkpoint'
import type { EventDefinitions, Fact, Recorded } from './event'
import { readEpoch } from './log'
import type { Sql } from './postgres'
import { readNew } from './read-new'

const TABLE = 'write.policy_checkpoint'

/**
 * A reaction: event in, commands out. It may be called again for an event that it has dealt with (a crash between its
 * work and its checkpoint), so the ids of its commands must follow from the event: see `reactionId`.
 */
export type Policy = {
  name: string
  version: number
  handles: readonly string[]
  react: (event: Recorded) => Promise<void>
}

export function definePolicy<F extends Fact>(
  policy: Omit<Policy, 'handles' | 'react'> & {
    handles: readonly F['type'][]
    react: (event: Recorded<F>) => Promise<void>
  },
): Policy {
  return policy as unknown as Policy
}

/** Gives every policy a checkpoint. */
export async function preparePolicies(sql: Sql, policies: readonly Policy[]): Promise<void> {
  const epoch = await readEpoch(sql)
  for (const policy of policies) await ensureCheckpoint(sql, TABLE, policy, epoch)
}

/** Lets a policy react to everything that is new to it, one event after another, and answers how many there were. */
export async function reactToNew(
  options: { sql: Sql; definitions: EventDefinitions; batchSize?: number },
  policy: Policy,
): Promise<number> {
  const { sql, definitions, batchSize = 100 } = options
  let reacted = 0
  for (;;) {
    const step = await sql.begin(async (tx) => {
      const checkpoint = await lockCheckpoint(tx, TABLE, policy.name)
      if (!checkpoint) throw new Error(`The policy ${policy.name} has no checkpoint: preparePolicies makes it.`)
      const found = await readNew(tx, definitions, checkpoint, policy.handles, batchSize)
      if (!found.next) return { events: 0, more: false }
      for (const event of found.events) await policy.react(event)
      await advanceCheckpoint(tx, TABLE, checkpoint, found.next)
      return { events: found.events.length, more: found.more }
    })
    reacted += step.events
    if (!step.more) return reacted
  }
}
