import type { WorkerSessions } from '@/server/engine/worker-sessions'
import type { Operations, ReaderStanding } from '@/server/operations/survey-operations'
import { eventsText, lagText } from '../../_freshness/freshness'

/** What is known beside the readers themselves. */
type Around = { workers: WorkerSessions; isQueueUp: boolean }

export type HeldBack = { tone: 'done' | 'pending' | 'attention'; text: string; sentence: string }

/** From here on being behind is no chance. */
const TOO_LATE_MS = 5000

/** What holds the readers of the log back, named: what hinders all of them before what hinders one. */
export function heldBack({ projections, policies, workers, isQueueUp }: Operations & Around): HeldBack {
  const readers = [...projections, ...policies]
  const last = readers.reduce<ReaderStanding | null>((most, one) => (one.lagMs > (most?.lagMs ?? 0) ? one : most), null)
  const parked = readers.reduce((sum, one) => sum + one.parked.length, 0)
  if (workers.connected === 0) {
    const sentence = `No worker is connected to the database, so nothing is brought forward. ${behindText(last)}`
    return { tone: 'attention', text: 'Worker not running', sentence }
  }
  if (last && last.lagMs >= TOO_LATE_MS) {
    const sentence = `${behindText(last)} ${reasonIn(workers)}`
    return { tone: 'attention', text: `${lagText(last.lagMs)} behind`, sentence }
  }
  if (parked > 0) {
    const keys = parked === 1 ? 'One key waits' : `${parked} keys wait`
    const sentence = `${keys}, because a reader failed at an event. All other keys go on.`
    return { tone: 'attention', text: parked === 1 ? '1 key parked' : `${parked} keys parked`, sentence }
  }
  if (!isQueueUp) {
    const sentence =
      'The queue cannot be reached. Workers are woken by notifications meanwhile; timed work comes later.'
    return { tone: 'attention', text: 'Queue down', sentence }
  }
  if (last) return { tone: 'pending', text: 'Catching up', sentence: behindText(last) }
  return { tone: 'done', text: 'Up to date', sentence: 'Nothing is held back.' }
}

function behindText(last: ReaderStanding | null): string {
  if (!last || last.behind === 0) return 'Nothing waits yet.'
  return `${last.name} is furthest behind: ${eventsText(last.behind)}, for ${lagText(last.lagMs).toLowerCase()}.`
}

function reasonIn({ blockers: [first] }: WorkerSessions): string {
  if (!first) return 'A worker is connected; its log says what it fails at.'
  return `The worker waits for a lock that session ${first.pid} holds (${first.application || first.role}).`
}
