import { type Advance, advanceCheckpoints, ensureCheckpoint, lockCheckpoint, lockCheckpoints } from './checkpoint'
import type { EventDefinitions, Fact, Recorded } from './event'
import { readEpoch } from './log'
import type { Sql } from './postgres'
import { readNew, typesOfNew } from './read-new'

const TABLE = 'write.policy_checkpoint'
/** Events that a policy reacts to at once, each of another key. */
const WIDTH = 4

/**
 * A reaction: event in, commands out. It may be called again for an event that it has dealt with (a crash between its
 * work and its checkpoint), so the ids of its commands must follow from the event: see `reactionId`. The events of one
 * key come in their order; those of different keys may come at once.
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

export type PolicyOptions = { sql: Sql; definitions: EventDefinitions; batchSize?: number | undefined }

/** Gives every policy a checkpoint. */
export async function preparePolicies(sql: Sql, policies: readonly Policy[]): Promise<void> {
  const epoch = await readEpoch(sql)
  for (const policy of policies) await ensureCheckpoint(sql, TABLE, policy, epoch)
}

/** Lets a policy react to everything that is new to it, and answers how many events there were. */
export async function reactToNew(
  { sql, definitions, batchSize = 100 }: PolicyOptions,
  policy: Policy,
  signal?: AbortSignal,
): Promise<number> {
  let reacted = 0
  while (!signal?.aborted) {
    const step = await sql.begin(async (tx) => {
      const checkpoint = await lockCheckpoint(tx, TABLE, policy.name)
      if (!checkpoint) throw new Error(`The policy ${policy.name} has no checkpoint: preparePolicies makes it.`)
      const found = await readNew(tx, definitions, checkpoint, policy.handles, batchSize)
      if (!found.next) return { events: 0, more: false }
      await reactInOrderOfKeys(policy, found.events)
      await advanceCheckpoints(tx, TABLE, [{ from: checkpoint, to: found.next }])
      return { events: found.events.length, more: found.more }
    })
    reacted += step.events
    if (!step.more) break
  }
  return reacted
}

/** What failed first is thrown when nobody is at work any more. */
async function reactInOrderOfKeys(policy: Policy, events: readonly Recorded[]): Promise<void> {
  const byKey = new Map<string, Recorded[]>()
  for (const event of events) {
    const own = byKey.get(event.key)
    if (own) own.push(event)
    else byKey.set(event.key, [event])
  }
  const queues = byKey.values()
  const failures: unknown[] = []
  const work = async () => {
    for (const queue of queues) {
      if (failures.length > 0) return
      for (const event of queue) await policy.react(event)
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, () => work().catch((error: unknown) => failures.push(error))))
  if (failures.length > 0) throw failures[0]
}

/**
 * Moves those past what is new to whom none of it concerns, all of them at the price of one, and answers the others.
 * Who is held by another worker is left to him.
 */
export async function passBy({ sql, batchSize = 100 }: PolicyOptions, policies: readonly Policy[]) {
  const names = policies.map(({ name }) => name)
  return sql.begin('isolation level repeatable read', async (tx) => {
    const standing = await lockCheckpoints(tx, TABLE, names, 'leave')
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
    if (advances.length > 0) await advanceCheckpoints(tx, TABLE, advances)
    return concerned
  })
}
