import type { Moved } from '@/server/engine/projections/announcement'

/** Some ten seconds of a shop that is as busy as it can be. */
const MOST_KEPT = 4_000

/** What was announced last, for streams that open again: they ask for what they missed. */
export function createRecent(now = Date.now) {
  let kept: { at: number; moved: Moved }[] = []
  /** From here on nothing is missing. */
  let wholeFrom = now()

  return {
    note(moved: Moved): void {
      kept.push({ at: now(), moved })
      if (kept.length < 2 * MOST_KEPT) return
      wholeFrom = (kept.at(-MOST_KEPT - 1)?.at ?? 0) + 1
      kept = kept.slice(-MOST_KEPT)
    },
    /** Something may have been announced that was not heard. */
    forget(): void {
      kept = []
      wholeFrom = now() + 1
    },
    /** Everything of the last `ms`; null where that is longer than is known. */
    since(ms: number): Moved[] | null {
      const from = now() - ms
      return from < wholeFrom ? null : kept.filter(({ at }) => at >= from).map(({ moved }) => moved)
    },
  }
}
