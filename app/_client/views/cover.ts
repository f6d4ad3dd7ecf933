import type { Answer } from '@/server/engine/log/mark'
import { covers, isAtLeast } from '@/server/engine/log/mark'
import { parseToken, type Token } from '@/server/engine/log/token'
import { type Entry, isOpen, type Journal } from '../journal/journal'

/** An answer without its data: all that must be known to tell what is in it. */
export type Marked = Omit<Answer<unknown>, 'data'>

/** Whether the answer's data has the command's effect in it. False also where nobody can tell yet: see `isUndecided`. */
export function contains(answer: Marked, { id, status }: Entry): boolean {
  // What it was told of its own data stays true whatever is heard later: after a restore the same command may be
  // committed a second time, under a token that says nothing of this answer.
  if (answer.folded?.[id] || isTokenCovered(answer, answer.told?.[id])) return true
  return status.is === 'committed' && isCovered(answer, status.token)
}

/**
 * Whether the answer may have overtaken the command's own reply: this tab or another may have sent the command, so it may
 * be in the data, and without its token the mark says nothing. The server is told which replies are missing and answers
 * for them (`told`); a command issued after the question was asked is not among those.
 */
export function isUndecided(answer: Marked, entry: Entry): boolean {
  return isOpen(entry) && !answer.folded?.[entry.id] && answer.told?.[entry.id] === undefined
}

/**
 * Whether the command's patch belongs over an answer that this tab let in at `takenAt` (ms since 1970). Not so if another
 * tab had issued the command by then, and this one had not heard of it: its effect may be in there. Until that is known it
 * does not show here.
 */
export function lacks(answer: Marked, entry: Entry, takenAt: number): boolean {
  const { at, heardAt = 0 } = entry
  if (Date.parse(at) < takenAt && takenAt <= heardAt && isUndecided(answer, entry)) return false
  return !contains(answer, entry)
}

/**
 * Whether `next` has everything in it that `known` has: a mark that is not older, and whatever was folded into `known`
 * beyond its mark.
 */
export function isAsNew(next: Marked, known: Marked): boolean {
  if (next.mark.epoch !== known.mark.epoch) return !isLater(known.mark.epoch, next.mark.epoch)
  if (!isAtLeast(next.mark, known.mark)) return false
  return Object.entries(known.folded ?? {}).every(([id, token]) => next.folded?.[id] || isTokenCovered(next, token))
}

/**
 * What to do with an answer. `drop`: the view would go back, to what is older or to a log that was replaced. `park`: it
 * may hold own work whose reply is on its way, which would show twice; it is judged again when the reply is there. `guess`:
 * the same, but there is nothing else to show. It is shown, and asked for again at once.
 */
export function judge(next: Marked, known: Marked | undefined, own: Journal): 'take' | 'guess' | 'drop' | 'park' {
  const isUnsure = own.some((entry) => isUndecided(next, entry))
  if (!known) return isUnsure ? 'guess' : 'take'
  if (!isAsNew(next, known)) return 'drop'
  return isUnsure ? 'park' : 'take'
}

function isTokenCovered(answer: Marked, text: string | null | undefined): boolean {
  const token = text ? parseToken(text) : null
  return token !== null && isCovered(answer, token)
}

/** A restored log, with an epoch of its own, has what is to be had of the log before; that one knew nothing of it. */
function isCovered({ mark }: Marked, token: Token): boolean {
  return covers(mark, token) && !isLater(token.epoch, mark.epoch)
}

/** Epochs are UUIDs of version 7, so the later one is the greater. Of an older version nothing can be told. */
function isLater(epoch: string, than: string): boolean {
  return epoch[14] === '7' && epoch > than
}
