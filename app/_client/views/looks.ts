import { replaceEqualDeep } from '@tanstack/react-query'
import type { Answer } from '@/server/engine/log/mark'
import { type Optimistics, patches } from '../commands/optimistic-command'
import { isOpen, type Journal } from '../journal/journal'
import { lacks } from './cover'
import { type Pending, type ViewName, visible } from './visible'

/** What a page sees of a view: the answer and over it own work that the answer lacks. */
export type View<Data> = {
  data: Data
  /** Things with own work that the answer lacks: `saving` until the server has it, then `saved`. */
  pending: Pending
  /** The keys of which the data is not the last word, and is being seen to. */
  parked?: Answer<unknown>['parked']
  /** Why the last question failed; the data stays. */
  error: Error | null
}

/** What the cache knows of an answer: when it came in (ms since 1970), and why the question after it failed. */
type Kept = { dataUpdatedAt: number; error: Error | null }
type Look = { answer: Answer<unknown>; signature: string; view: View<unknown> }

const NONE: Pending = new Map()
const plainViews = new WeakMap<Answer<unknown>, View<unknown>>()

/** An answer as it is: what the server rendered. The same object for the same answer. */
export function plainView<Data>(answer: Answer<Data>): View<Data> {
  const known = plainViews.get(answer) as View<Data> | undefined
  const view = known ?? { data: answer.data, pending: NONE, parked: answer.parked, error: null }
  plainViews.set(answer, view)
  return view
}

/**
 * Folds each view, and hands out the same object until something on it looks different: a page is drawn again only for
 * what a person can see. Parts that are equal keep their identity, also when a confirmed row takes the place of a patch.
 */
export function createLooks(how: { optimistics: Optimistics; actorId: string }) {
  const looks = new Map<string, Look>()

  return {
    look(
      key: string,
      name: ViewName,
      answer: Answer<unknown>,
      { dataUpdatedAt: takenAt, error }: Kept,
      journal: Journal,
    ): View<unknown> {
      const { parked } = answer
      const own = journal.filter((entry) => patches(how.optimistics.get(entry.name), name.name))
      const lacking = own.filter((entry) => lacks(answer, entry, takenAt))
      const signature = [error?.message, parked, ...lacking.map((entry) => `${entry.id} ${isOpen(entry)}`)].join()
      const known = looks.get(key)
      if (known?.answer === answer && known.signature === signature) return known.view
      const isPlain = lacking.length === 0 && !error
      const folded = isPlain
        ? plainView(answer)
        : { ...visible(answer, name, lacking, { ...how, takenAt }), parked, error }
      const view = share(known, folded, signature)
      looks.set(key, { answer, signature, view })
      return view
    },
    forget(key: string): void {
      looks.delete(key)
    },
  }
}

function share(known: Look | undefined, view: View<unknown>, signature: string): View<unknown> {
  if (!known) return view
  const data = replaceEqualDeep(known.view.data, view.data)
  if (data === known.view.data && signature === known.signature) return known.view
  return data === view.data ? view : { ...view, data }
}
