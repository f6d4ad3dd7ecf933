import type { Locks } from '../database/locks'
import { inOneOfAll, restUntil } from '../database/one-of-all'
import { restFor, watchBusyness } from '../pacing/busyness'
import type { Audited, Projection } from '../projections/projection'
import type { AuditOptions } from './sample'
import { auditSample } from './sample'
import { beginWalk } from './walk'

/** One projection's sample in this time: each has its turn every half a minute. */
const SAMPLE_EVERY_MS = 2500
const SAMPLED_PARTS = 8
/** The log is walked in steps of some milliseconds, however long it is: some hundredths of one processor. */
const STEP_EVERY_MS = 150
const STEP_EVENTS = 100
const WALKED_PARTS = 200
/** Before each walk: who has just been started has better to do. */
const REST_MS = 60_000

export type AuditPace = { sampleEveryMs?: number; stepEveryMs?: number; restMs?: number }

export type AuditRunnerOptions = AuditOptions & {
  projections: readonly Projection[]
  locks: Locks
  pace?: AuditPace
  onError: (error: Error, about: string) => void
}

/**
 * Audits all projections in the background until stopped, in one worker of all. What it finds stands in
 * `read.audit_finding`; it changes no row by itself, because a difference is a fault of the program, and whoever mends
 * it unseen loses its trace.
 */
export function startAudit(options: AuditRunnerOptions): { stop: () => Promise<void> } {
  const { projections } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const audited = projections.filter((one): one is Audited => one.audit !== undefined)
  const looked = audited.filter(({ audit }) => audit.evidence !== 'log')
  const walked = audited.filter(({ audit }) => audit.evidence === 'log')
  const busyness = watchBusyness()
  const pause = (ms: number) => restUntil(signal, ms)
  /** Up to nine times as long where others are busy. */
  const longPause = (ms: number) => pause(ms * restFor(busyness()))

  async function sampleInTurn(): Promise<void> {
    for (let turn = 0; !signal.aborted; turn++) {
      await pause(options.pace?.sampleEveryMs ?? SAMPLE_EVERY_MS)
      const projection = looked[turn % looked.length]
      if (projection && !signal.aborted) await auditSample(options, projection, SAMPLED_PARTS)
    }
  }

  async function walkAgainAndAgain(): Promise<void> {
    while (!signal.aborted) {
      await longPause(options.pace?.restMs ?? REST_MS)
      if (signal.aborted) return
      const walk = await beginWalk(options, walked, WALKED_PARTS)
      let isNear = walk === null
      while (walk && !isNear && !signal.aborted) {
        await longPause(options.pace?.stepEveryMs ?? STEP_EVERY_MS)
        isNear = (await walk.step(STEP_EVENTS)) === 'near'
      }
      if (isNear && !signal.aborted) await walk?.finish()
    }
  }

  const own = { ...options, signal }
  const running = Promise.all([
    inOneOfAll(own, 'audit of samples', sampleInTurn),
    inOneOfAll(own, 'audit of the log', walkAgainAndAgain),
  ])
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
