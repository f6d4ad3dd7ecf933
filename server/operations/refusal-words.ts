import type { Refused } from '@/server/engine/audit/findings'

/** Why the rows of a part were not made anew, and what helps. */
export const REFUSAL_WORDS: Record<Refused, string> = {
  outdated: 'its rows are of another release: rebuild them',
  parked: 'keys of this projection wait: try them again first',
  behind: 'too much happens meanwhile: try again, or rebuild',
  unsettled: 'what it is counted from has changed meanwhile, or differs itself: make that anew first, then try again',
  failed: 'it failed: the log of the worker says why',
}
