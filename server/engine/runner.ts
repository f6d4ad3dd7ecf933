import { type Policy, preparePolicies, reactToNew } from './policy'
import type { Sql } from './postgres'
import type { Projection } from './projection'
import { type ProjectorOptions, prepareProjections } from './projector'
import { openWorker, type QueueBackend } from './queue'
import { catchUpOrRebuild } from './rebuild'
import { WAKE_UP_QUEUE } from './wake-up'

/** A wake-up that was lost is made up for within this time. */
const SWEEP_MS = 1000

export type RunnerOptions = ProjectorOptions & {
  projections: readonly Projection[]
  /** Policies read the log and keep their checkpoints through the command role. */
  policies: readonly Policy[]
  policySql: Sql
  queue: QueueBackend
  sweepMs?: number
  onError: (error: Error, about: string) => void
}

export type Runner = { stop: () => Promise<void> }

/**
 * Runs all projections and policies until stopped: woken by jobs, and by a sweep where a job was lost or the queue is
 * down. Each reader runs by itself, so a slow or failing one holds up no other.
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  await prepareProjections(options.sql, options.projections)
  await preparePolicies(options.policySql, options.policies)
  const readers = [
    ...options.projections.map((one) => reader(one.name, () => catchUpOrRebuild(options, one), options.onError)),
    ...options.policies.map((one) =>
      reader(one.name, () => reactToNew({ ...options, sql: options.policySql }, one), options.onError),
    ),
  ]
  const wakeAll = () => Promise.all(readers.map((one) => one.wake())).then(() => undefined)
  // The job is done when everybody is awake: were it to wait for the slowest, the next one would come no sooner.
  const wakeOnly = async () => void wakeAll()
  const worker = openWorker(options.queue, WAKE_UP_QUEUE, wakeOnly, (error) => options.onError(error, 'queue'))
  const sweep = setInterval(wakeAll, options.sweepMs ?? SWEEP_MS)
  await wakeAll()
  return {
    async stop() {
      clearInterval(sweep)
      await worker.close()
      await wakeAll()
    },
  }
}

/** Serialises the runs of one reader. A wake-up during a run owes one more run: what it announced may be too new for it. */
function reader(name: string, run: () => Promise<unknown>, onError: RunnerOptions['onError']) {
  let running: Promise<void> | null = null
  let isOwed = false

  async function runWhileOwed(): Promise<void> {
    do {
      isOwed = false
      await run().catch((error: Error) => onError(error, name))
    } while (isOwed)
    running = null
  }

  return {
    wake(): Promise<void> {
      if (running) isOwed = true
      else running = runWhileOwed()
      return running
    },
  }
}
