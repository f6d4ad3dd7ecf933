import { mayPass, type Optimistics } from '../commands/optimistic-command'
import type { Entry, Journal } from './journal'

/** A command that the server cannot carry out nor refuse is given this many tries before others go past it. */
const MOST_TRIES = 3
const PAUSES_MS = [10_000, 30_000, 60_000]

/**
 * Sets aside what makes every call fail, so that the rest of the journal is not stuck behind it. It goes on being shown
 * and is tried again, after long pauses. What may depend on it waits with it: see `mayPass`.
 */
export function createSetAside(optimistics: Optimistics, onTimeIsUp: () => void) {
  const tries = new Map<string, number>()
  const aside = new Map<string, ReturnType<typeof setTimeout>>()

  function release(id: string): void {
    clearTimeout(aside.get(id))
    aside.delete(id)
  }

  return {
    isHeld: (entry: Entry, held: Journal): boolean =>
      aside.has(entry.id) || held.some((earlier) => !mayPass(entry, earlier, optimistics)),
    /** The call got as far as this one, and no further. */
    blame({ id }: Entry): void {
      const count = (tries.get(id) ?? 0) + 1
      tries.set(id, count)
      if (count < MOST_TRIES) return
      const ms = PAUSES_MS[Math.min(count - MOST_TRIES, PAUSES_MS.length - 1)]
      const retry = () => {
        release(id)
        onTimeIsUp()
      }
      aside.set(id, setTimeout(retry, ms))
    },
    releaseAll(): void {
      for (const id of aside.keys()) release(id)
    },
  }
}
