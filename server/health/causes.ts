import type { Blocker, WorkerSessions } from '@/server/engine/database/worker-sessions'
import type { Undecodable } from '@/server/engine/parking/undecodable'
import { TOO_SILENT_MS } from '@/server/engine/watching/canary'
import type { Standing, Survey } from '@/server/engine/watching/survey'

/** What was found out about the readers of the log and what they live on; null: nobody could tell. */
export type Found = {
  survey: Survey | null
  workers: WorkerSessions | null
  isQueueUp: boolean
  undecodable: Undecodable | null
  /** Parts of projections whose rows are not what the log says. */
  drifted: number
}

/** Something that holds the readers of the log back, in words, and what helps. */
export type Cause = {
  kind: 'unknown' | 'no worker' | 'blocked' | 'undecodable' | 'silent' | 'late' | 'parked' | 'drifted' | 'queue'
  /** In two or three words. */
  title: string
  sentence: string
  advice: string
}

/** Names what holds the readers back: what hinders all of them before what hinders one. */
export function causesOf(found: Found, mostLagMs: number): Cause[] {
  const { survey, workers, undecodable } = found
  if (!survey) return [UNKNOWN]
  const late = survey.readers.filter(({ lagMs }) => lagMs > mostLagMs)
  const parked = survey.readers.reduce((sum, one) => sum + one.parked.length, 0)
  return [
    workers?.connected === 0 && NO_WORKER,
    ...(workers?.blockers ?? []).map(blockedBy),
    undecodable && undecodableAt(undecodable),
    isSilent(survey) && SILENT,
    late.length > 0 && lateAre(late),
    parked > 0 && parkedAre(parked),
    found.drifted > 0 && driftedAre(found.drifted),
    !found.isQueueUp && QUEUE_DOWN,
  ].filter((cause): cause is Cause => typeof cause === 'object' && cause !== null)
}

const UNKNOWN: Cause = {
  kind: 'unknown',
  title: 'Not known',
  sentence: 'The database did not tell where the readers of the log stand.',
  advice: 'See whether PostgreSQL answers.',
}

const NO_WORKER: Cause = {
  kind: 'no worker',
  title: 'Worker not running',
  sentence: 'No worker is connected to the database, so nothing is brought forward.',
  advice: 'Start one: npm run worker.',
}

const SILENT: Cause = {
  kind: 'silent',
  title: 'No canary',
  sentence: `Nothing was recorded for ${TOO_SILENT_MS / 1000} seconds, not even the canary of a worker, so nobody knows whether the readers live.`,
  advice: 'See the log of the worker: it cannot write to the log of events.',
}

const QUEUE_DOWN: Cause = {
  kind: 'queue',
  title: 'Queue down',
  sentence: 'The queue cannot be reached. Workers are woken by notifications meanwhile; timed work comes later.',
  advice: 'See whether Redis answers, or, without REDIS_URL, PostgreSQL.',
}

function blockedBy({ pid, role, application, since }: Blocker): Cause {
  const waits = since ? `, since ${since.slice(0, 19).replace('T', ' ')} UTC` : ''
  return {
    kind: 'blocked',
    title: 'Worker blocked',
    sentence: `The worker waits for a lock that session ${pid} holds (${[application, role].filter(Boolean).join(', ')})${waits}.`,
    advice: `Let it end its transaction, or end it: select pg_terminate_backend(${pid}).`,
  }
}

const undecodableAt = ({ reader, position, type, reason }: Undecodable): Cause => ({
  kind: 'undecodable',
  title: 'Event cannot be read',
  sentence: `${reader} stands before ${type} at position ${position}: ${reason}`,
  advice: 'Run the release that wrote it, or one that brings an upcaster.',
})

function lateAre(late: readonly Standing[]): Cause {
  const [last] = late.toSorted((a, b) => b.lagMs - a.lagMs) as [Standing]
  const others = late.length > 1 ? ` ${late.length - 1} more are late.` : ''
  return {
    kind: 'late',
    title: `${late.length === 1 ? '1 reader' : `${late.length} readers`} late`,
    sentence: `${last.name} is furthest behind: ${countText(last.behind, 'event')}, for ${Math.round(last.lagMs / 1000)} s.${others}`,
    advice: 'The log of the worker says what it fails at or is busy with.',
  }
}

const parkedAre = (parked: number): Cause => ({
  kind: 'parked',
  title: `${countText(parked, 'key')} parked`,
  sentence: `${countText(parked, 'key')} ${parked === 1 ? 'waits' : 'wait'}, because a reader failed at an event. All other keys go on.`,
  advice: 'Mend the reader, then try the keys again.',
})

const driftedAre = (drifted: number): Cause => ({
  kind: 'drifted',
  title: `${countText(drifted, 'difference')} found`,
  sentence: `Rows of ${countText(drifted, 'part')} are not what the log makes of them.`,
  advice: 'Look at both sides, then make the rows anew.',
})

/** Nobody has recorded anything for so long that a canary must have sung, had there been one. */
export function isSilent({ newestAgeMs }: Survey): boolean {
  return newestAgeMs === null || newestAgeMs > TOO_SILENT_MS
}

const countText = (count: number, one: string) => `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`
