import type { Answer } from '@/server/engine/mark'
import { covers, isAtLeast } from '@/server/engine/mark'
import { parseToken } from '@/server/engine/token'
import type { Entry, Journal } from './journal'

/** An answer without its data: all that must be known to tell what is in it. */
export type Marked = Omit<Answer<unknown>, 'data'>

/** Whether the answer's data has the command's effect in it. False also where nobody can tell yet: see `isUndecided`. */
export function contains(answer: Marked, { id, status }: Entry): boolean {
  if (answer.folded?.[id]) return true
  if (status.is === 'committed') return covers(answer.mark, status.token)
  return isTokenCovered(answer, answer.told?.[id])
}

/**
 * Whether the answer may have overtaken the command's own reply: the command was sent, so it may be in the data, and
 * without its token the mark says nothing. The server is told which replies are missing and answers for them (`told`);
 * a command issued after the question was asked is not among those.
 */
export function isUndecided(answer: Marked, { id, status }: Entry): boolean {
  if (status.is !== 'sent' && status.is !== 'unknown') return false
  return !answer.folded?.[id] && answer.told?.[id] === undefined
}

/**
 * Whether `next` has everything in it that `known` has: a mark that is not older, and whatever was folded into `known`
 * beyond its mark.
 */
export function isAsNew(next: Marked, known: Marked): boolean {
  if (next.mark.epoch !== known.mark.epoch) return true
  if (!isAtLeast(next.mark, known.mark)) return false
  return Object.entries(known.folded ?? {}).every(([id, token]) => next.folded?.[id] || isTokenCovered(next, token))
}

/**
 * What to do with an answer. `drop`: the view would go back. `park`: it may hold own work whose reply is on its way, which
 * would show twice; it is judged again when the reply is there. A first answer is always taken: there is nothing else to
 * show.
 */
export function judge(next: Marked, known: Marked | undefined, own: Journal): 'take' | 'drop' | 'park' {
  if (!known) return 'take'
  if (!isAsNew(next, known)) return 'drop'
  return own.some((entry) => isUndecided(next, entry)) ? 'park' : 'take'
}

function isTokenCovered(answer: Marked, text: string | null | undefined): boolean {
  const token = text ? parseToken(text) : null
  return token !== null && covers(answer.mark, token)
}
