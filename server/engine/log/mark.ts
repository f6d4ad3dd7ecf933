import type { Token } from './token'

/**
 * The high-water mark of an answer: which commits the rows that it was made from contain. `snapshot`, `target` and
 * `reached` are the projection's checkpoint (docs/decisions/0002); `counter` only grows, and orders two marks.
 */
export type Mark = {
  projection: string
  epoch: string
  counter: number
  /** Partitions of the projection that stand elsewhere: the rows contain for sure what all of them do. */
  others?: readonly Sight[] | undefined
} & Sight

/** Which commits are seen from a place in the log. */
export type Sight = { snapshot: string; target: string | null; reached: number }

/**
 * `folded` names what the data contains beyond the mark: the commands whose events were folded in on read, with their
 * tokens. `told` answers for commands of which the asker has no reply yet: their token, or null where nothing of them is
 * in the data for sure. Without these two a client would show own work twice. `parked` names the keys (of an order, of a
 * product …) of which the mark promises more than the rows hold, because the projection fails at one of their events:
 * what is shown of them is being seen to.
 */
export type Answer<Data> = {
  data: Data
  mark: Mark
  folded?: Record<string, string> | undefined
  told?: Record<string, string | null> | undefined
  parked?: readonly string[] | undefined
}

/** Whether the rows under this mark contain the commit. Foreign epochs are covered: nothing can be waited for. */
export function covers(mark: Mark, token: Token): boolean {
  return token.epoch !== mark.epoch || [mark, ...(mark.others ?? [])].every((sight) => sees(sight, token))
}

/** Whether a commit is seen from a place in the log. */
export function sees(
  { snapshot, target, reached }: Sight,
  { xid, position }: { xid: string; position: number },
): boolean {
  return isVisible(xid, snapshot) || (target !== null && isVisible(xid, target) && position <= reached)
}

/** PostgreSQL's pg_visible_in_snapshot: `snapshot` is written `xmin:xmax:xip,xip,…`. */
export function isVisible(xid: string, snapshot: string): boolean {
  const [xmin = '0', xmax = '0', running = ''] = snapshot.split(':')
  const id = BigInt(xid)
  if (id < BigInt(xmin)) return true
  if (id >= BigInt(xmax)) return false
  return !running.split(',').includes(xid)
}

/** Whether `next` is at least as new as `known`. An answer of another epoch is always taken: the log was replaced. */
export function isAtLeast(next: Mark, known: Mark): boolean {
  return next.epoch !== known.epoch || next.counter >= known.counter
}
