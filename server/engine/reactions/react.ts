import { setTimeout as sleep } from 'node:timers/promises'
import type { TransactionSql } from '../database/postgres'
import { sentTogether } from '../database/sent-together'
import { type Last, transaction } from '../database/transaction'
import { advancing, findCheckpoint, lockCheckpoint } from '../log/checkpoint'
import type { Recorded } from '../log/event'
import { readNew } from '../log/read-new'
import { restFor, watchBusyness } from '../pacing/busyness'
import { findDue, type Healed, lockParked, park, parkedKeysOf, readParked, release } from '../parking/parked'
import { POLICY_CHECKPOINTS, type Policy, type PolicyOptions, UNHURRIED } from './policy'

const PARKED = 'write.parked_key'
/** Events that a policy reacts to at once, each of another key: as many as may share the transaction of their commands. */
const WIDTH = 32
/** What a relaxed policy reacts to at once before it rests. While nothing concerns it, it looks further ahead each time. */
const FEW = 5
const FURTHER = 4
const FURTHEST = 1000
const LONGEST_REST_MS = 500
const BEAT_MS = 2000

/**
 * Lets a policy react to everything that is new to it, and answers how many events there were. A key at one of whose
 * events it fails is parked with its later events, and tried again with growing pauses: all other keys go on.
 */
export async function reactToNew(options: PolicyOptions, policy: Policy, signal?: AbortSignal): Promise<number> {
  let reacted = 0
  let look = FEW
  while (!signal?.aborted) {
    const started = performance.now()
    const { events, more, moved } = await reactToBatch(options, policy, look)
    if (moved) reacted += events
    if (policy.isRelaxed && events > 0) await rest(performance.now() - started, signal)
    if (!more) break
    look = events === 0 ? Math.min(look * FURTHER, FURTHEST) : FEW
  }
  return reacted
}

const busyness = watchBusyness()

async function rest(workedMs: number, signal?: AbortSignal): Promise<void> {
  await sleep(Math.min(LONGEST_REST_MS, restFor(busyness()) * workedMs), undefined, { signal }).catch(() => {})
}

function reactToBatch({ sql, definitions, batchSize }: PolicyOptions, policy: Policy, look: number) {
  const limit = batchSize ?? (policy.isRelaxed ? look : 500)
  const act = async (tx: TransactionSql, last: Last) => {
    const [checkpoint, parked] = await sentTogether([
      lockCheckpoint(tx, POLICY_CHECKPOINTS, policy.name),
      parkedKeysOf(tx, PARKED, [policy.name]),
    ])
    if (!checkpoint) throw new Error(`The policy ${policy.name} has no checkpoint: preparePolicies makes it.`)
    const found = await readNew(tx, definitions, checkpoint, policy.handles, limit)
    if (!found.next) return { events: 0, more: false, moved: false }
    const waiting = parked.get(policy.name)
    const isItsOwn = (event: Recorded) => !waiting?.has(event.key) && concerns(policy, event)
    const events = found.events.filter(isItsOwn)
    // More than it may react to between two rests: read again, a few at a time.
    const isTooMuch = policy.isRelaxed && batchSize === undefined && look > FEW && events.length > FEW
    if (isTooMuch) return { events: events.length, more: true, moved: false }
    for (const { event, error } of await whileAwake(tx, reactInOrderOfKeys(policy, events))) {
      await park(tx, PARKED, policy.name, event, error)
    }
    await last(advancing(tx, POLICY_CHECKPOINTS, [{ from: checkpoint, to: found.next }]))
    return { events: events.length, more: found.more, moved: true }
  }
  return transaction(sql, act, '', UNHURRIED)
}

/** An event that cannot be read concerns it, until somebody can say whether it does. */
function concerns(policy: Policy, event: Recorded): boolean {
  try {
    return policy.concerns?.(event) ?? true
  } catch {
    return true
  }
}

/** Shows PostgreSQL that somebody is there, who only waits for somebody else: see server/worker-settings.ts. */
async function whileAwake<Done>(tx: TransactionSql, work: Promise<Done>): Promise<Done> {
  const beat = setInterval(() => tx`select 1`.catch(() => {}), BEAT_MS)
  return work.finally(() => clearInterval(beat))
}

type Failure = { event: Recorded; error: unknown }

/** The events of one key follow each other, and stop at the first that fails. */
async function reactInOrderOfKeys(policy: Policy, events: readonly Recorded[]): Promise<Failure[]> {
  const byKey = new Map<string, Recorded[]>()
  for (const event of events) byKey.set(event.key, [...(byKey.get(event.key) ?? []), event])
  const queues = byKey.values()
  const width = policy.isRelaxed ? FEW : WIDTH
  const failures: Failure[] = []
  const work = async () => {
    for (const queue of queues) {
      const failure = await reactInOrder(policy, queue)
      if (failure) failures.push(failure)
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  return failures
}

async function reactInOrder(policy: Policy, events: readonly Recorded[]): Promise<Failure | null> {
  for (const event of events) {
    try {
      await policy.react(event)
    } catch (error) {
      return { event, error }
    }
  }
  return null
}

/** Tries again what waits of the policies' parked keys and is due; with `all`, whatever waits. */
export async function reactToParked(options: PolicyOptions, policies: readonly Policy[], all = false): Promise<void> {
  const names = policies.map(({ name }) => name)
  for (const { reader, key } of await findDue(options.sql, PARKED, names, all)) {
    const policy = policies.find(({ name }) => name === reader)
    if (policy) await retry(options, policy, key)
  }
}

/**
 * Reacts to all that waits of a parked key. The checkpoint is locked only at the end, when nothing more can have come to
 * wait: whoever reacts to other keys is not held up by a partner who takes his time to fail.
 */
async function retry({ sql, definitions }: PolicyOptions, policy: Policy, key: string): Promise<Healed> {
  return sql.begin(async (tx) => {
    const parked = await lockParked(tx, PARKED, policy.name, key)
    if (!parked) return 'gone'
    let position = parked.position
    for (let isLast = false; ; isLast = true) {
      const checkpoint = isLast
        ? await lockCheckpoint(tx, POLICY_CHECKPOINTS, policy.name)
        : await findCheckpoint(tx, POLICY_CHECKPOINTS, policy.name)
      if (!checkpoint) return 'gone'
      const events = await readParked(tx, definitions, { key, position }, policy.handles, checkpoint)
      const own = events.filter((event) => concerns(policy, event))
      const failure = await whileAwake(tx, reactInOrder(policy, own))
      if (failure) {
        await park(tx, PARKED, policy.name, failure.event, failure.error)
        return 'failed'
      }
      position = (events.at(-1)?.position ?? position - 1) + 1
      if (isLast) break
    }
    await release(tx, PARKED, policy.name, key)
    return 'healed'
  })
}
