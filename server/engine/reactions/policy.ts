import type { Sql, TransactionSql } from '../database/postgres'
import { type Last, settingLocally, transaction } from '../database/transaction'
import { type Advance, advancing, ensureCheckpoint, lockCheckpoints } from '../log/checkpoint'
import type { EventDefinitions, Fact, Recorded } from '../log/event'
import { readEpoch } from '../log/log'
import { typesOfNew } from '../log/read-new'

export const POLICY_CHECKPOINTS = 'write.policy_checkpoint'

/**
 * A reaction: event in, commands out. It may be called again for an event that it has dealt with (a crash between its
 * work and its checkpoint), so the ids of its commands must follow from the event: see `reactionId`. The events of one
 * key come in their order; those of different keys may come at once.
 */
export type Policy = {
  name: string
  version: number
  /** Nobody waits for it: it leaves half of the time to those for whom somebody does, and nine tenths under load. */
  isRelaxed?: boolean
  handles: readonly string[]
  /** Which of these it reacts to, where that can be said without asking: the others are passed by at once. */
  concerns?: ((event: Recorded) => boolean) | undefined
  react: (event: Recorded) => Promise<void>
}

export function definePolicy<F extends Fact>(
  policy: Omit<Policy, 'handles' | 'concerns' | 'react'> & {
    handles: readonly F['type'][]
    concerns?: (event: Recorded<F>) => boolean
    react: (event: Recorded<F>) => Promise<void>
  },
): Policy {
  return policy as unknown as Policy
}

export type PolicyOptions = { sql: Sql; definitions: EventDefinitions; batchSize?: number | undefined }

/** Gives every policy a checkpoint. */
export async function preparePolicies(sql: Sql, policies: readonly Policy[]): Promise<void> {
  const epoch = await readEpoch(sql)
  for (const policy of policies) await ensureCheckpoint(sql, POLICY_CHECKPOINTS, policy, epoch)
}

/** Events that policies are moved past at once. */
const FAR = 1000

/**
 * Moves those past what is new to whom none of it concerns, all of them at the price of one, and answers the others.
 * Who is held by another worker is left to him.
 */
export async function passBy({ sql, batchSize = FAR }: PolicyOptions, policies: readonly Policy[]) {
  const names = policies.map(({ name }) => name)
  const pass = async (tx: TransactionSql, last: Last) => {
    const standing = await lockCheckpoints(tx, POLICY_CHECKPOINTS, names, 'leave')
    const looks = new Map<string, ReturnType<typeof typesOfNew>>()
    const concerned: Policy[] = []
    const advances: Advance[] = []
    for (const from of standing) {
      const policy = policies.find(({ name }) => name === from.name)
      const place = `${from.snapshot} ${from.target}`
      const look = looks.get(place) ?? typesOfNew(tx, from, batchSize)
      looks.set(place, look)
      const found = await look
      if (policy && (!found || policy.handles.some((type) => found.types.has(type)))) concerned.push(policy)
      else if (found && found.types.size > 0) advances.push({ from, to: found.next })
    }
    if (advances.length > 0) await last(advancing(tx, POLICY_CHECKPOINTS, advances))
    return concerned
  }
  return transaction(sql, pass, ' isolation level repeatable read', UNHURRIED)
}

/**
 * What a crash of PostgreSQL forgets of a policy's place it reacts to again, to no effect. Its commands commit before,
 * and are not forgotten.
 */
export const UNHURRIED = settingLocally({ synchronous_commit: 'off' })
