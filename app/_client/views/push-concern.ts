import type { Answer } from '@/server/engine/log/mark'
import { viewOf } from './answer-cache'

/**
 * A read model has a new mark, from `counter` on, or nobody knows yet from where: which rows it concerns, as ids; null says
 * that they are too many to name.
 */
export type Moved = { projection: string; counter: number | null; keys: readonly string[] | null }

/** A view on screen that has an answer. */
export type Mounted = { key: string; answer: Answer<unknown>; isFetching: boolean }

/** Whose stream it is: who `hearsAll` is also told of rows that no view of his shows yet. */
export type Hearer = { actorId: string; hearsAll: boolean }

/**
 * How news concerns a view. `own`: it names the person, or the very thing that the view is about. `listed`: it is staff's,
 * and may show any row. `shown`: it names something that the view shows, to everybody. `perhaps`: too much changed to be
 * named.
 */
export type Concern = 'own' | 'listed' | 'shown' | 'perhaps'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** None where the view has it already, where its rows did not change, or where they are not the view's. */
export function concernOf({ key, answer }: Mounted, moved: Moved, { actorId, hearsAll }: Hearer): Concern | undefined {
  const { projection, counter, keys } = moved
  const isKnown = counter !== null && counter <= answer.mark.counter
  if (projection !== answer.mark.projection || isKnown) return undefined
  if (keys === null) return hearsAll ? 'listed' : 'perhaps'
  const isNamed = (id: string) => keys.includes(id)
  if (isNamed(actorId)) return 'own'
  const asked = idsIn(viewOf(key).input)
  if (asked.length > 0) return asked.some(isNamed) ? 'own' : undefined
  if (hearsAll) return 'listed'
  return idsIn(answer.data).some(isNamed) ? 'shown' : undefined
}

/** Every id in a value of JSON. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return ID.test(value) ? [value] : []
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(idsIn) : []
}
