import type { Moved } from '@/server/engine/projections/announcement'
import type { MarkWatch } from '@/server/engine/queries/marks'
import { createGathering } from './gathering'
import { type Hearer, isForAll, newsFor, together } from './news'
import { createRecent } from './recent'

/** One open stream. */
export type Listener = Hearer & {
  /** When it must be opened anew, so that its right to listen is looked at again; as `Date.now()` tells. */
  until: number
  write: (bytes: Uint8Array) => void
  close: () => void
}

export type Hub = {
  /** Tells what was announced in the last `ageMs`, and everything from now on; answers how to leave. */
  join: (listener: Listener, ageMs: number) => () => void
  close: () => void
}

/** What concerns few is told soon. */
const SOON_MS = 40
/** What concerns everybody is gathered longer: each telling costs as much as there are streams. */
const LATER_MS = 400
/** Tells a browser that a silent stream still lives, and keeps proxies from closing it. */
const BEAT_MS = 20_000

const BEAT = message('beat', 1)

/**
 * Tells all open streams of this process which marks have moved, out of memory: whoever listens costs the database
 * nothing.
 */
export function createHub(subscribe: MarkWatch['subscribe'], { beatMs = BEAT_MS, now = Date.now } = {}): Hub {
  const listeners = new Set<Listener>()
  const recent = createRecent(now)
  const soon = createGathering(SOON_MS, tellSoon)
  const later = createGathering(LATER_MS, tellLater)
  const beat = setInterval(beatAll, beatMs)
  beat.unref()

  const unsubscribe = subscribe(hear, missSome)

  function hear(moved: Moved): void {
    if (moved.keys?.length === 0) return
    recent.note(moved)
    soon.add(moved)
    if (isForAll(moved)) later.add(moved)
  }

  /** Everybody asks once for all that he shows. */
  function missSome(): void {
    recent.forget()
    for (const listener of listeners) greet(listener, false)
  }

  /** Said again in the middle of a stream where something may have been missed. With the time: a browser's may be wrong. */
  function greet({ hearsAll, write }: Listener, isWhole: boolean): void {
    write(message('hello', { hearsAll, isWhole, now: now() }))
  }

  function tellSoon(all: readonly Moved[]): void {
    const moved = together(all)
    const forFew = together(all.filter((one) => !isForAll(one)))
    for (const listener of listeners) tell(listener, newsFor(listener, listener.hearsAll ? moved : forFew))
  }

  /** The same bytes to all; staff has heard it already. */
  function tellLater(all: readonly Moved[]): void {
    const bytes = message('news', newsFor({ actorId: '', hearsAll: false }, together(all)))
    for (const listener of listeners) if (!listener.hearsAll) listener.write(bytes)
  }

  function beatAll(): void {
    const at = now()
    for (const listener of listeners) {
      if (listener.until <= at) listener.close()
      else listener.write(BEAT)
    }
  }

  return {
    join(listener, ageMs) {
      listeners.add(listener)
      const missed = recent.since(ageMs)
      greet(listener, missed !== null)
      tell(listener, newsFor(listener, together(missed ?? [])))
      return () => void listeners.delete(listener)
    },
    close() {
      unsubscribe()
      clearInterval(beat)
      soon.stop()
      later.stop()
      for (const listener of [...listeners]) listener.close()
    },
  }
}

function tell(listener: Listener, news: readonly Moved[]): void {
  if (news.length > 0) listener.write(message('news', news))
}

function message(event: string, data: unknown): Uint8Array {
  return new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}
