import type { Sql } from '../database/postgres'
import { isOvertaken } from '../log/checkpoint'
import { wholeName } from '../projections/partitions'
import type { Projection } from '../projections/projection'
import { healDue } from '../projector/heal'
import { aheadOf, type ProjectorOptions, prepareProjections } from '../projector/projector'
import { openWorker, type QueueBackend } from '../queue/queue'
import { LOG_CHANNEL, WAKE_UP_QUEUE } from '../queue/wake-up'
import { type Policy, passBy, preparePolicies } from '../reactions/policy'
import { reactToNew, reactToParked } from '../reactions/react'
import { startConvoy } from './convoy'
import { startProjectionConvoy } from './projection-convoy'
import { type PartitionCounts, settleReaders } from './settle-readers'

/** A wake-up that was lost is made up for within this time. */
const SWEEP_MS = 1000
/** Under load: what nobody waits for gathers more events before it works. */
const RELAXED_PACE_MS = 200
const POLICY_PACE_MS = 60

export type RunnerOptions = ProjectorOptions & {
  projections: readonly Projection[]
  /** How many partitions some of them are to have, which run beside each other; the others stay as they are. */
  partitions?: PartitionCounts | undefined
  /** Policies read the log and keep their checkpoints through the command role. */
  policies: readonly Policy[]
  policySql: Sql
  queue: QueueBackend
  sweepMs?: number
  onError: (error: Error, about: string) => void
}

export type Runner = { stop: () => Promise<void> }

/**
 * Runs all projections and policies until stopped: woken by a notification, which is quick, by a job, which is not lost
 * while nobody listens, and by a sweep where both were lost or the queue is down.
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { sql, policySql, onError } = options
  const readers = await settleReaders(options, options.projections, options.partitions)
  await prepareProjections(sql, readers)
  await preparePolicies(policySql, options.policies)
  const walking = { ...options, ahead: aheadOf(options, readers) }
  const relaxed = { ...walking, paceMs: RELAXED_PACE_MS, isUnhurried: true }
  const convoys = [
    ...lanesOf(readers).map((lane) => startProjectionConvoy(lane.isRelaxed ? relaxed : walking, lane.readers)),
    startPolicyConvoy(options),
  ]
  const wakeAll = () => Promise.all(convoys.map((one) => one.wake())).then(() => undefined)
  // The job is done when everybody is awake: were it to wait for the slowest, the next one would come no sooner.
  const wakeOnly = async () => void wakeAll()
  const worker = openWorker(options.queue, WAKE_UP_QUEUE, wakeOnly, (error) => onError(error, 'queue'))
  const listening = sql.listen(LOG_CHANNEL, wakeOnly, wakeOnly).catch((error: Error) => onError(error, 'notifications'))
  const healing = startHealing({ ...options, projections: readers })
  const sweep = setInterval(() => {
    void wakeAll()
    void healing.heal()
  }, options.sweepMs ?? SWEEP_MS)
  void healing.heal()
  await wakeAll()
  return {
    async stop() {
      clearInterval(sweep)
      await (await listening)?.unlisten()
      await worker.close()
      await Promise.all([...convoys.map((one) => one.stop()), healing.stop()])
    },
  }
}

type Lane = { isRelaxed: boolean; readers: Projection[] }

/** Who moves together: whole projections, those that nobody waits for, and the partitions of the same number. */
function lanesOf(readers: readonly Projection[]): Lane[] {
  const lanes = new Map<string, Lane>()
  for (const reader of readers) {
    const isRelaxed = reader.isRelaxed ?? false
    const name = `${isRelaxed} ${reader.takes ? reader.name.slice(wholeName(reader.name).length) : ''}`
    const lane = lanes.get(name) ?? { isRelaxed, readers: [] }
    lane.readers.push(reader)
    lanes.set(name, lane)
  }
  return [...lanes.values()]
}

function startPolicyConvoy(options: RunnerOptions) {
  const own = { ...options, sql: options.policySql }
  return startConvoy<Policy>({
    readers: options.policies,
    paceMs: POLICY_PACE_MS,
    onError: options.onError,
    together: (policies) =>
      passBy(own, policies).then(
        (alone) => ({ alone, again: false }),
        (error) => {
          if (!isOvertaken(error)) throw error
          return { alone: [], again: true }
        },
      ),
    alone: (policy, signal) => reactToNew(own, policy, signal).then(() => undefined),
  })
}

/** Tries parked keys again when they are due, and once all of them: a worker that starts may be a release that mends. */
function startHealing(options: RunnerOptions) {
  const { projections, policies, policySql, onError } = options
  const stopping = new AbortController()
  let isFirst = true
  let running: Promise<void> | null = null

  async function heal(): Promise<void> {
    const all = isFirst
    isFirst = false
    await Promise.all([
      healDue(options, projections, all, stopping.signal),
      reactToParked({ ...options, sql: policySql }, policies, all),
    ])
  }

  return {
    heal() {
      running ??= heal()
        .catch((error: Error) => {
          if (!stopping.signal.aborted) onError(error, 'parked keys')
        })
        .finally(() => {
          running = null
        })
      return running
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
