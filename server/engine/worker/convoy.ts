import { setTimeout as sleep } from 'node:timers/promises'
import { isPassing } from '../parking/parked'

/** After a failure a reader is tried again with growing pauses. */
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
/** Of a server that is away nobody knows when it comes back, and asking costs little. */
const LONGEST_PAUSE_FOR_A_SERVER_MS = 1000

type Named = { name: string }

export type ConvoyOptions<Reader extends Named> = {
  readers: readonly Reader[]
  /**
   * Moves all of them at once, and says who must go on alone, and whether to move again at once. `beginNext` says
   * whether there will be a next move, because somebody called meanwhile or moves follow each other without rest; if so
   * it has begun by that, and what it finds need not be newer. Not to be asked by a move that finds nothing.
   */
  together: (
    readers: readonly Reader[],
    beginNext: () => boolean,
  ) => Promise<{ alone: readonly Reader[]; again: boolean }>
  /** Brings one up to the present by itself, however long it takes. */
  alone: (reader: Reader, signal: AbortSignal) => Promise<void>
  /** Between two moves together, so that under load one move does the work of several. The first starts at once. */
  paceMs?: number
  onError: (error: Error, about: string) => void
}

export type Convoy = {
  /** Resolves when everything that was there at the call is dealt with, apart from those who go alone. */
  wake: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Readers of the log that move together, at the price of one. Who has a long way to go, is slow or fails goes on alone,
 * holds up nobody, and joins the others again when it has caught up.
 */
export function startConvoy<Reader extends Named>(options: ConvoyOptions<Reader>): Convoy {
  const { readers, together, alone, paceMs = 0, onError } = options
  const stopping = new AbortController()
  const single = new Map<string, Promise<void>>()
  let running: Promise<void> | null = null
  let isOwed = false
  /** Who called since the last move began: the next one is theirs, however many others call while it lasts. */
  const waiting: (() => void)[] = []
  /** Who is served by the next move, where that has begun. */
  let begun: (() => void)[] | null = null
  let lastMove = Number.NEGATIVE_INFINITY
  /** This move followed another one without rest. */
  let isBusy = false

  async function moveWhileOwed(): Promise<void> {
    isBusy = false
    do {
      // Even the shortest sleep is longer than a millisecond.
      const pauseMs = lastMove + paceMs - performance.now()
      if (pauseMs > 0 && !begun) await sleep(pauseMs)
      const served = begun ?? serve()
      begun = null
      lastMove = performance.now()
      const isUnfinished = await move().catch((error: Error) => {
        onError(error, readers.map(({ name }) => name).join(', '))
        return false
      })
      if (isUnfinished) {
        isOwed = true
        lastMove = Number.NEGATIVE_INFINITY
        waiting.push(...served)
      } else for (const resolve of served) resolve()
      isBusy = true
    } while ((isOwed || begun) && !stopping.signal.aborted)
    running = null
    for (const resolve of [...(begun ?? []), ...waiting.splice(0)]) resolve()
    begun = null
  }

  function serve(): (() => void)[] {
    isOwed = false
    return waiting.splice(0)
  }

  function beginNext(): boolean {
    if ((!isOwed && !isBusy) || stopping.signal.aborted) return false
    begun = [...(begun ?? []), ...serve()]
    return true
  }

  async function move(): Promise<boolean> {
    const present = readers.filter(({ name }) => !single.has(name))
    if (present.length === 0) return false
    const done = await together(present, beginNext)
    for (const reader of done.alone) single.set(reader.name, goAlone(reader))
    return done.again
  }

  async function goAlone(reader: Reader): Promise<void> {
    const { signal } = stopping
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const error = await alone(reader, signal).then(
        () => null,
        (reason: Error) => reason,
      )
      if (!error) break
      onError(error, reader.name)
      const longest = isPassing(error.cause ?? error) ? LONGEST_PAUSE_FOR_A_SERVER_MS : LONGEST_PAUSE_MS
      await sleep(Math.min(pause, longest), undefined, { signal }).catch(() => {})
    }
    single.delete(reader.name)
    void wake()
  }

  function wake(): Promise<void> {
    // A reminder may come when all is over.
    if (stopping.signal.aborted) return running ?? Promise.resolve()
    isOwed = true
    const done = new Promise<void>((resolve) => waiting.push(resolve))
    running ??= moveWhileOwed()
    return done
  }

  return {
    wake,
    async stop() {
      await wake()
      stopping.abort()
      await Promise.all(single.values())
      await running
    },
  }
}
